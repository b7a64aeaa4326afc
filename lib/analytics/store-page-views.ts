import "server-only";
import { z } from "zod";
import { drainList } from "@/lib/analytics/waiting-list";
import type { CronCounts, CronRun } from "@/lib/platform/crons/route";
import { fromPostgrest } from "@/lib/platform/errors";
import { PAGE_VIEWS } from "@/lib/platform/gate/page-views";
import { redis } from "@/lib/platform/redis";

/** As the gate writes it (lib/platform/gate/page-views.ts) and store_page_views reads it. */
const viewSchema = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  path: z.string().max(512),
  referrerHost: z.string().max(255).nullable(),
  locale: z.string().max(10),
  isSignedIn: z.boolean(),
  browser: z.string().max(50),
});

/** Takes what the gate has noted to the database; each view is stored once. */
export async function storePageViews({ db, signal }: CronRun, list = PAGE_VIEWS): Promise<CronCounts> {
  const counts = { stored: 0, known: 0, refused: 0 };
  await drainList({ client: redis(), list, signal }, async (entries) => {
    const views = entries.map((entry) => viewSchema.safeParse(entry)).flatMap(({ data }) => data ?? []);
    counts.refused += entries.length - views.length;
    if (views.length === 0) return;
    const { data, error } = await db.rpc("store_page_views", { views }).abortSignal(signal);
    if (error) throw fromPostgrest(error);
    counts.stored += data;
    counts.known += views.length - data;
  });
  return counts;
}
