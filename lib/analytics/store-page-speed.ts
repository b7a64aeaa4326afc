import "server-only";
import { PAGE_SPEED } from "@/lib/analytics/note-visits";
import { pageSpeed } from "@/lib/analytics/schema";
import { drainList } from "@/lib/analytics/waiting-list";
import type { CronCounts, CronRun } from "@/lib/platform/crons/route";
import { fromPostgrest } from "@/lib/platform/errors";
import { redis } from "@/lib/platform/redis";

/** Takes what browsers told to the database: of one page one row, however often it was told, with its best figures. */
export async function storePageSpeed({ db, signal }: CronRun, list = PAGE_SPEED): Promise<CronCounts> {
  const counts = { stored: 0, refused: 0 };
  await drainList({ client: redis(), list, signal }, async (entries) => {
    const pages = entries.flatMap((entry) => pageSpeed.safeParse(entry).data ?? []);
    counts.refused += entries.length - pages.length;
    if (pages.length === 0) return;
    const { data, error } = await db.rpc("store_page_speed", { pages }).abortSignal(signal);
    if (error) throw fromPostgrest(error);
    counts.stored += data;
  });
  return counts;
}
