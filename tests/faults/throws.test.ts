import { randomInt } from "node:crypto";
import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "@/tests/bench/browser";
import { type BuiltSite, startBuiltSite } from "@/tests/fixtures/built-site";
import { expectDecent, gatherAudience, openPage, statusesOf } from "@/tests/fixtures/faults/audience";
import { startLiar } from "@/tests/fixtures/liar";
import { household } from "@/tests/fixtures/playback";
import { sql, supabaseUrl } from "@/tests/fixtures/supabase";

/** Where a service answers what nobody expects, whoever reads it throws. */
let liar: Awaited<ReturnType<typeof startLiar>>;
let site: BuiltSite;
let browser: Browser;

beforeAll(async () => {
  liar = await startLiar(supabaseUrl, {
    "/rest/v1/rpc/catalogue_search": { status: 200, body: { strange: true } },
    "/rest/v1/rpc/catalogue_random": { status: 200, body: { strange: true } },
    "/rest/v1/rpc/catalogue_person": { status: 200, body: "<html>not what was asked for</html>" },
    "/rest/v1/rpc/catalogue_collections": {
      status: 418,
      body: { code: "XX000", message: "select secret from /etc/x" },
    },
  });
  [site, browser] = await Promise.all([startBuiltSite({ SUPABASE_URL: liar.url }), launchBrowser()]);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
  liar?.close();
  await sql`delete from public.movies where title like 'Wished %'`;
});

const ask = async (path: string, accept: string, language = "en") => {
  const answer = await fetch(`${site.url}${path}`, {
    headers: {
      accept,
      "accept-language": language,
      "x-forwarded-for": `10.7.${randomInt(255)}.${randomInt(1, 255)}`,
    },
    redirect: "manual",
  });
  return { status: answer.status, requestId: answer.headers.get("x-request-id"), text: await answer.text() };
};

const lineOf = (requestId: string | null, msg: string) =>
  site
    .log()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line))
    .find((line) => line.requestId === requestId && line.msg === msg);

test("a handler that throws says so under a number that the log knows, and disturbs nobody else", async () => {
  const audience = await gatherAudience(site.url);
  audience.begin();
  await expect.poll(async () => (await audience.check()).acknowledged).toBeGreaterThan(0);
  for (let times = 0; times < 10; times += 1) {
    const answer = await ask("/api/catalogue/search?q=keeper", "application/json");
    expect(answer.status).toBe(500);
    expect(JSON.parse(answer.text)).toEqual({
      error: {
        code: "INTERNAL",
        message: expect.stringContaining(answer.requestId ?? "never"),
        requestId: answer.requestId,
      },
    });
    expect(lineOf(answer.requestId, "request failed")).toMatchObject({ level: 50, code: "INTERNAL" });
  }
  const told = await audience.end();
  expectDecent(told);
  for (const what of ["page /", "page /browse", "progress", "favourite", "state"])
    expect(statusesOf(told, what), what).toEqual([200]);
  const { position, acknowledged, wrongFavourites } = await audience.check();
  expect(position).toBeGreaterThanOrEqual(acknowledged);
  expect(wrongFavourites).toEqual([]);
});

test.each(["/person/nadia-brook", "/collections"])(
  "a page that throws (%s) shows nothing of how, and the log has it under the same number",
  async (path) => {
    const page = await ask(path, "text/html");
    expect(page.status).toBe(500);
    expect(page.text).not.toMatch(/\n\s+at \S+ ?\(|node_modules\/|select secret|strange|ZodError/);
    const failure = lineOf(page.requestId, "rendering failed");
    expect(failure).toMatchObject({ level: 50, path });
    expect(page.text).toContain(failure.err.digest);
    expect((await openPage("/", site.url)).status).toBe(200);
  },
);

test.each([
  ["a visitor", "en-GB", false, "The projector stopped", "Back to home"],
  ["a visitor", "vi-VN", false, "Máy chiếu tạm dừng", "Về trang chủ"],
  ["somebody signed in", "en-GB", true, "The projector stopped", "Back to home"],
])(
  "a page that throws tells %s (%s) in their language, and shows a way on",
  async (_, locale, isSignedIn, title, home) => {
    const context = await browser.newContext({ locale, baseURL: site.url });
    try {
      if (isSignedIn) {
        const { cookies } = (await household()).browser;
        await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: site.url })));
      }
      const page = await context.newPage();
      const answer = await page.goto("/collections");
      expect(answer?.status()).toBe(500);
      await page.getByRole("heading", { level: 1, name: title }).waitFor();
      const failure = lineOf((await answer?.headerValue("x-request-id")) ?? null, "rendering failed");
      expect(await page.getByRole("main").textContent()).toContain(failure.err.digest);
      await page.getByRole("main").getByRole("link", { name: home }).click();
      await page.waitForURL(`${site.url}/`);
      expect(await page.getByRole("heading", { level: 1, name: title }).count()).toBe(0);
    } finally {
      await context.close();
    }
  },
);
