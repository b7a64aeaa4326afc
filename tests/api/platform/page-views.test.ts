import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { storePageViews } from "@/lib/analytics/store-page-views";
import { adminClient } from "@/lib/platform/supabase/admin";
import { siteUrl, sql } from "../../fixtures/supabase";

/** Stored first, as the cron does every few minutes, which may come at any moment anyway. */
async function viewsOf(path: string) {
  await storePageViews({ db: adminClient(), signal: AbortSignal.timeout(10_000) });
  return sql`
    select path, referrer_host, browser, properties, user_id from public.analytics_events
    where type = 'page_view' and path = ${path}
  `;
}

async function open(path: string, headers: Record<string, string> = {}): Promise<void> {
  const answer = await fetch(`${siteUrl}${path}`, { headers: { accept: "text/html", ...headers } });
  await answer.arrayBuffer();
}

test("a view is written down after the answer, without what was searched for or where exactly they came from", async () => {
  const path = `/person/${randomUUID()}`;
  await open(`${path}?q=something-private`, {
    referer: "https://elsewhere.example/a/private/path?and=query",
    "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "accept-language": "vi",
  });
  await expect
    .poll(() => viewsOf(path), { timeout: 5_000 })
    .toEqual([
      {
        path,
        referrer_host: "elsewhere.example",
        browser: "firefox",
        properties: { locale: "vi", isSignedIn: false },
        user_id: null,
      },
    ]);
  expect(JSON.stringify(await viewsOf(path))).not.toContain("private");
});

test("what is fetched in advance is no view, and neither is our own asking for a page", async () => {
  const [ahead, opened] = [`/person/${randomUUID()}`, `/person/${randomUUID()}`];
  await open(ahead, { "sec-purpose": "prefetch" });
  await Promise.all(Array.from({ length: 3 }, () => open(opened)));
  // Three people, one rendering that we asked ourselves for.
  await expect.poll(async () => (await viewsOf(opened)).length, { timeout: 5_000 }).toBe(3);
  expect(await viewsOf(ahead)).toEqual([]);
});
