import { storePageViews } from "@/lib/analytics/store-page-views";
import { cronRoute } from "@/lib/platform/crons/route";

export const maxDuration = 60;

export const GET = cronRoute("page-views", storePageViews);
