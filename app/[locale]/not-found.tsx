import { NotFoundPage } from "@/components/platform/not-found-page";

export default NotFoundPage;
