import { PopularRail } from "@/components/catalogue/popular-rail";
import { NotFoundPage } from "@/components/platform/not-found-page";

export default function NotFound() {
  return (
    <>
      <NotFoundPage />
      <PopularRail />
    </>
  );
}
