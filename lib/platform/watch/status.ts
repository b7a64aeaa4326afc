import "server-only";
import { z } from "zod";
import type { UserContext } from "@/lib/platform/auth/types";
import { lastDue, readCrons } from "@/lib/platform/crons/schedule";
import { fromPostgrest } from "@/lib/platform/errors";
import { checkHealth, type Health } from "@/lib/platform/health/check";
import { readStatistics, type Span } from "@/lib/platform/statistics";
import {
  addUp,
  type Bar,
  type CacheSummary,
  type LimitSummary,
  type RequestSummary,
  summarizeCache,
  summarizeLimits,
  summarizeRequests,
  toBars,
} from "@/lib/platform/watch/summaries";
import vercel from "@/vercel.json";

export const statusQuery = z.object({ span: z.enum(["hour", "day"]).catch("hour") });

const rowSchema = z.object({
  queues: z
    .array(
      z.object({
        name: z.string(),
        waiting: z.number(),
        running: z.number(),
        /** Within the last day. */
        failed: z.number(),
        /** How long the first of those that could begin has waited. */
        oldestSeconds: z.number().nullable(),
      }),
    )
    .nullable(),
  crons: z.array(
    z.object({
      name: z.string(),
      status: z.enum(["running", "succeeded", "failed"]),
      startedAt: z.string(),
      seconds: z.number().nullable(),
      errorKind: z.string().nullable(),
      succeededAt: z.string().nullable(),
    }),
  ),
  vitals: z.array(
    z.object({
      path: z.string().nullable(),
      visits: z.number(),
      ttfb: z.number().nullable(),
      fcp: z.number().nullable(),
      lcp: z.number().nullable(),
      inp: z.number().nullable(),
      cls: z.number().nullable(),
    }),
  ),
});
type Row = z.output<typeof rowSchema>;

export type Queue = NonNullable<Row["queues"]>[number];
export type PageSpeed = Row["vitals"][number];
export type CronState = {
  name: string;
  schedule: string;
  /** Null for one that has never run. */
  last: Row["crons"][number] | null;
  /** It fell due and did not begin. */
  isLate: boolean;
};

export type PlatformStatus = {
  at: Date;
  health: Health;
  /** What was counted in the span; null where Redis does not answer. */
  figures: {
    bars: Bar[];
    requests: RequestSummary[];
    cache: CacheSummary[];
    limits: LimitSummary[];
  } | null;
  /** Null where no worker has ever been started. */
  queues: Queue[] | null;
  crons: CronState[];
  pages: PageSpeed[];
};

/** How the platform is. The database says whether somebody is of the staff now; throws FORBIDDEN for anybody else. */
export async function getPlatformStatus({ db }: UserContext, span: Span): Promise<PlatformStatus> {
  const at = new Date();
  const [health, buckets, { data, error }] = await Promise.all([
    checkHealth(),
    readStatistics(span, at),
    db.rpc("platform_status"),
  ]);
  if (error) throw fromPostgrest(error);
  const { queues, crons, vitals } = rowSchema.parse(data);
  return {
    at,
    health,
    figures: buckets && {
      bars: toBars(buckets),
      requests: summarizeRequests(addUp(buckets, "requests")),
      cache: summarizeCache(addUp(buckets, "cache")),
      limits: summarizeLimits(addUp(buckets, "limits")),
    },
    queues,
    crons: readCrons(vercel).map(({ name, schedule }) => {
      const last = crons.find((run) => run.name === name) ?? null;
      return { name, schedule, last, isLate: isLate(schedule, last?.startedAt ?? null, at) };
    }),
    pages: vitals,
  };
}

/** A scheduler may take its time; what has not begun by then did not begin. */
const GRACE_MS = 3 * 60_000;

export function isLate(schedule: string, startedAt: string | null, now: Date): boolean {
  const due = lastDue(schedule, new Date(now.getTime() - GRACE_MS));
  if (!due) return false;
  return !startedAt || Date.parse(startedAt) < due.getTime() - GRACE_MS;
}
