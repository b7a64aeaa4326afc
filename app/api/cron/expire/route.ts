import { expireRows } from "@/lib/platform/crons/expire";
import { cronRoute } from "@/lib/platform/crons/route";

export const maxDuration = 60;

export const GET = cronRoute("expire", expireRows);
