import "server-only";
import { deviceFamilies, deviceKind } from "@/lib/accounts";
import { patternOf } from "@/lib/analytics/page-patterns";
import type { PageSpeed, VisitReport } from "@/lib/analytics/schema";
import { withRedis } from "@/lib/platform/redis";

/** A list that a cron takes to the database (store-page-speed.ts). */
export const PAGE_SPEED = "page-speed";
const MOST_WAITING = 20_000;

/** Keeps what a browser told until the cron comes. Pages that there are not say nothing; without Redis it is lost. */
export async function noteVisits(report: VisitReport, userAgent: string): Promise<void> {
  const entries = report.pages.flatMap(({ path, ...figures }): string[] => {
    const pattern = patternOf(path);
    if (!pattern) return [];
    const entry: PageSpeed = {
      ...figures,
      ...deviceOf(userAgent),
      path: pattern,
      at: new Date().toISOString(),
      documentId: report.documentId,
    };
    return [JSON.stringify(entry)];
  });
  if (entries.length === 0) return;
  await withRedis<unknown>(
    (client) =>
      client
        .pipeline()
        .rpush(PAGE_SPEED, ...entries)
        .ltrim(PAGE_SPEED, -MOST_WAITING, -1)
        .exec(),
    () => null,
  );
}

function deviceOf(userAgent: string): Pick<PageSpeed, "device" | "browser" | "os"> {
  const { browser, system } = deviceFamilies(userAgent);
  const kind = deviceKind(userAgent);
  return {
    device: kind === "computer" ? "desktop" : kind,
    browser: browser ?? "Other",
    os: system ?? "Other",
  };
}
