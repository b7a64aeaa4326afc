import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/platform/env";
import { readMark } from "@/lib/platform/gate/mark";
import { log } from "@/lib/platform/log";
import { requestIsKnown } from "@/lib/platform/log/request";
import { adminClient } from "@/lib/platform/supabase/admin";
import type { Db } from "@/lib/platform/supabase/server";
import { reportError } from "@/lib/platform/watch/observers";

/** What a route of a cron exports as `maxDuration`; Next.js reads that one without running anything. */
const FUNCTION_SECONDS = 60;
/** When the work is told to stop, and when it is given up: both leave time to write down how it ended and to answer. */
const WORK_MS = 45_000;
const SETTLE_MS = 8_000;

export type CronRun = { db: Db; signal: AbortSignal };
export type CronCounts = Record<string, number>;
type Run = (run: CronRun) => Promise<CronCounts>;

/**
 * A cron as a route: only for who knows CRON_SECRET, never twice at once, and each run written down in cron_runs. The
 * signal fires in time for the function to answer; a run that is killed loses its turn after a minute.
 */
export function cronRoute(name: string, run: Run): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!isScheduler(request)) return answer(401, { status: "refused" });
    const requestId = (await readMark(request.headers))?.requestId ?? crypto.randomUUID();
    requestIsKnown(requestId);
    try {
      const id = await begin(name);
      if (!id) return answer(409, { status: "running" });
      return await carryOut({ name, id, requestId }, run);
    } catch (err) {
      reportError(err, { requestId, cron: name });
      log.error({ err, cron: name, requestId }, "the cron could not be written down");
      return answer(503, { status: "unavailable", requestId });
    }
  };
}

/** Both are hashed first, so that neither a letter nor the length is told by how long the answer takes. */
function isScheduler(request: Request): boolean {
  const { CRON_SECRET } = env();
  if (!CRON_SECRET) return false;
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(request.headers.get("authorization") ?? ""), digest(`Bearer ${CRON_SECRET}`));
}

async function begin(cron: string): Promise<string | null> {
  const { data, error } = await adminClient().rpc("begin_cron_run", { cron, hold_seconds: FUNCTION_SECONDS });
  if (error) throw error;
  return data;
}

async function carryOut(
  { name, id, requestId }: { name: string; id: string; requestId: string },
  run: Run,
): Promise<Response> {
  const signal = AbortSignal.timeout(WORK_MS);
  try {
    const counts = await withinTime(run({ db: adminClient(), signal }));
    await finish(id, counts);
    return answer(200, { status: "succeeded", counts });
  } catch (err) {
    reportError(err, { requestId, cron: name });
    log.error({ err, cron: name, requestId }, "the cron failed");
    // Work that does not stop keeps its turn until that runs out: nobody begins beside it.
    if (!(err instanceof StillWorking)) await finish(id, {}, err instanceof Error ? err.name : "Unknown");
    return answer(500, { status: "failed", requestId });
  }
}

class StillWorking extends Error {
  override name = "StillWorking";
}

async function withinTime(work: Promise<CronCounts>): Promise<CronCounts> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(reject, WORK_MS + SETTLE_MS, new StillWorking());
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Only the kind of an error is kept: its words may hold somebody's data. */
async function finish(run: string, counts: CronCounts, errorKind?: string): Promise<void> {
  const { error } = await adminClient().rpc("finish_cron_run", {
    run,
    counts,
    ...(errorKind && { error_kind: errorKind.slice(0, 100) }),
  });
  if (error) throw error;
}

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { "cache-control": "private, no-store" } });
