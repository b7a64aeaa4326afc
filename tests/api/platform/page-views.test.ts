import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { z } from "zod";
import { redis } from "@/lib/platform/redis";

const { SITE_URL = "" } = process.env;
const viewSchema = z.object({
  at: z.iso.datetime(),
  path: z.string(),
  referrerHost: z.string().nullable(),
  locale: z.string(),
  isSignedIn: z.boolean(),
  browser: z.string(),
});

async function viewsOf(path: string) {
  const views = z.array(viewSchema).parse(await redis().lrange("page-views", 0, -1));
  return views.filter((view) => view.path === path);
}

async function open(path: string, headers: Record<string, string> = {}): Promise<void> {
  const answer = await fetch(`${SITE_URL}${path}`, { headers: { accept: "text/html", ...headers } });
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
      expect.objectContaining({
        path,
        referrerHost: "elsewhere.example",
        locale: "vi",
        isSignedIn: false,
        browser: "firefox",
      }),
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
