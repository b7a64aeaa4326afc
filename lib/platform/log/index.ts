import { IS_EDGE } from "@/lib/platform/env";
import { createEdgeLog, type Log } from "@/lib/platform/log/edge";
import { createNodeLog } from "@/lib/platform/log/node";

/** JSON lines to standard output, without secrets. */
export const log: Log = IS_EDGE ? createEdgeLog() : createNodeLog();
