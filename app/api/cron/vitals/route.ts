import { storePageSpeed } from "@/lib/analytics/store-page-speed";
import { cronRoute } from "@/lib/platform/crons/route";

export const maxDuration = 60;

export const GET = cronRoute("vitals", storePageSpeed);
