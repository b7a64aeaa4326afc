import { getTranslations } from "next-intl/server";
import { TitleRail } from "@/components/catalogue/title-rail";
import { NotFoundPage } from "@/components/platform/not-found-page";
import { getHome } from "@/lib/catalogue/queries";
import { getContext } from "@/lib/platform/auth/page";

export default async function NotFound() {
  const t = await getTranslations("catalogue.home");
  // What was looked for is not there; that must not depend on what else there is.
  const home = await getHome(await getContext()).catch(() => null);
  return (
    <>
      <NotFoundPage />
      <TitleRail title={t("trending")} movies={home?.trending ?? []} href="/browse?sort=popular" />
    </>
  );
}
