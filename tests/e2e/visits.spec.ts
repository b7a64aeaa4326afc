import { expect, test } from "@playwright/test";
import { connect } from "../fixtures/database";

const sql = connect(1);
test.afterAll(() => sql.end());

const PLACE = "/api/analytics/vitals";
/** What measures is loaded two seconds after the page. */
const AT_REST_MS = 3_000;

type Row = Record<string, string | number | null>;

test("a visit tells how fast its pages were, when it is left and not before", async ({ page, context }) => {
  let reports = 0;
  page.on("request", (request) => {
    if (request.url().endsWith(PLACE)) reports += 1;
  });
  const startedAt = new Date();
  await page.goto("/title/the-last-keeper");
  await page.waitForTimeout(AT_REST_MS);
  await page.mouse.wheel(0, 4_000);
  await page.getByRole("link", { name: "Browse", exact: true }).first().click();
  await expect(page).toHaveURL(/\/browse$/);
  await page.waitForTimeout(1_000);
  expect(reports).toBe(0);
  const answer = page.waitForResponse((response) => response.url().endsWith(PLACE));
  // Another tab in front hides this one, as leaving it does; a browser without a window never says so by itself.
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  expect((await answer).status()).toBe(204);
  expect(reports).toBe(1);
  const headers = { authorization: `Bearer ${process.env.CRON_SECRET}` };
  const rows = async () => {
    await context.request.get("/api/cron/vitals", { headers });
    return sql<Row[]>`
      select visit.* from public.page_analytics visit join public.page_analytics title using (session_id)
      where title.created_at > ${startedAt} and title.path = '/title/[slug]' order by visit.path
    `;
  };
  await expect.poll(async () => (await rows()).map(({ path }) => path)).toEqual(["/browse", "/title/[slug]"]);
  const [browse, title] = await rows();
  expect(title).toMatchObject({ device: "desktop", browser: "Chrome" });
  for (const name of ["ttfb_ms", "fcp_ms", "lcp_ms"]) expect(Number(title?.[name]), name).toBeGreaterThan(0);
  expect(Number(title?.lcp_ms)).toBeGreaterThanOrEqual(Number(title?.fcp_ms));
  expect(Number(title?.cls)).toBeLessThan(0.1);
  expect(Number(title?.time_on_page_seconds)).toBeGreaterThan(0.5);
  expect(Number(title?.scroll_depth)).toBeGreaterThan(0.3);
  expect(browse).toMatchObject({ lcp_ms: null, ttfb_ms: null });
  expect(Number(browse?.time_on_page_seconds)).toBeGreaterThan(0.5);
});
