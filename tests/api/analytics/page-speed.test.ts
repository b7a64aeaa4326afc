import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { POST as tell } from "@/app/api/analytics/vitals/route";
import { PAGE_SPEED } from "@/lib/analytics/note-visits";
import { storePageSpeed } from "@/lib/analytics/store-page-speed";
import { redis } from "@/lib/platform/redis";
import { adminClient } from "@/lib/platform/supabase/admin";
import { Browser } from "@/tests/fixtures/browser";
import { afterwards, sql } from "@/tests/fixtures/supabase";

const PHONE =
  "Mozilla/5.0 (Linux; Android 16; Pixel 10) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36";

function newDocument() {
  const documentId = randomUUID();
  afterwards(() => sql`delete from public.page_analytics where session_id = ${documentId}`);
  const rows = async () => {
    await storePageSpeed({ db: adminClient(), signal: AbortSignal.timeout(10_000) });
    return sql`
      select id, path, referrer_host, ttfb_ms, fcp_ms, lcp_ms, inp_ms, cls, time_on_page_seconds as seconds,
        scroll_depth as depth, device, browser, os
      from public.page_analytics where session_id = ${documentId} order by path
    `;
  };
  return { documentId, rows };
}

const page = (path: string, figures: object = {}) => ({
  id: randomUUID(),
  path,
  seconds: 1,
  depth: 0.5,
  ...figures,
});
const send = (body: object) => new Browser().call(tell, { body, headers: { "user-agent": PHONE } });

test("what a browser tells is one row a page, by the page's route and never by its address", async () => {
  const { documentId, rows } = newDocument();
  const first = page("/title/the-last-keeper", {
    referrerHost: "elsewhere.example",
    ttfb: 20,
    fcp: 300,
    lcp: 700.5,
    inp: 40,
    cls: 0.01,
  });
  const pages = [first, page("/browse"), page("/wp-login.php")];
  const answer = await send({ documentId, pages });
  expect([answer.status, answer.body]).toEqual([204, ""]);
  const none = { ttfb_ms: null, fcp_ms: null, lcp_ms: null, inp_ms: null, cls: null };
  const shared = { device: "phone", browser: "Chrome", os: "Android" };
  expect(await rows()).toEqual([
    { id: pages[1]?.id, path: "/browse", seconds: 1, depth: 0.5, referrer_host: null, ...none, ...shared },
    {
      ...{ id: first.id, path: "/title/[slug]", seconds: 1, depth: 0.5 },
      referrer_host: "elsewhere.example",
      ...{ ttfb_ms: 20, fcp_ms: 300, lcp_ms: 700.5, inp_ms: 40, cls: 0.01 },
      ...shared,
    },
  ]);
});

test("a page that is told again, late or out of order, keeps its largest figures; nobody else's report changes it", async () => {
  const { documentId, rows } = newDocument();
  const first = page("/", { lcp: 500, inp: 16, seconds: 4 });
  const report = (figures: object, document = documentId) =>
    send({ documentId: document, pages: [{ ...first, ...figures }] });
  await report({ inp: 120, cls: 0.2, seconds: 9, depth: 1 });
  await report({});
  expect(await rows()).toMatchObject([{ lcp_ms: 500, inp_ms: 120, cls: 0.2, seconds: 9, depth: 1 }]);
  await report({ seconds: 7, inp: 200 });
  await report({ seconds: 80_000 }, randomUUID());
  expect(await rows()).toMatchObject([{ lcp_ms: 500, inp_ms: 200, cls: 0.2, seconds: 9, depth: 1 }]);
});

test.each([
  ["a figure beyond all bounds", { lcp: 1e12 }],
  ["a figure below nothing", { cls: -1 }],
  ["a depth beyond the page", { depth: 1.5 }],
  ["an address that is none", { path: "https://elsewhere.example/" }],
  ["a figure that is no number", { inp: "fast" }],
  ["a field that nobody asked for", { name: "Ada" }],
])("%s is refused, and nothing of the report is kept", async (_, figures) => {
  const { documentId, rows } = newDocument();
  const { status } = await send({
    documentId,
    referrerHost: null,
    pages: [page("/"), page("/browse", figures)],
  });
  expect(status).toBe(400);
  expect(await rows()).toEqual([]);
});

test("more pages than a report may hold are refused", async () => {
  const pages = Array.from({ length: 21 }, () => page("/"));
  expect((await send({ documentId: randomUUID(), pages })).status).toBe(400);
});

test("rubbish in the list is left out and stops nobody", async () => {
  const { documentId, rows } = newDocument();
  await redis().rpush(PAGE_SPEED, "rubbish", JSON.stringify({ id: 7 }));
  await send({ documentId, pages: [page("/")] });
  expect(await rows()).toHaveLength(1);
});

test("what is older than ninety days goes with the cron that lets rows expire", async () => {
  const { documentId } = newDocument();
  await sql`
    insert into public.page_analytics (path, session_id, device, browser, os, created_at) values
      ('/', ${documentId}, 'phone', 'Chrome', 'Android', now() - interval '91 days'),
      ('/', ${documentId}, 'phone', 'Chrome', 'Android', now() - interval '89 days')
  `;
  const { data, error } = await adminClient().rpc("expire_rows", { at_once: 1_000 });
  expect(error).toBeNull();
  expect((data as { pageVisits: number }).pageVisits).toBeGreaterThanOrEqual(1);
  const left = await sql`select id from public.page_analytics where session_id = ${documentId}`;
  expect(left).toHaveLength(1);
});

test("what is long over is changed no more", async () => {
  const { documentId, rows } = newDocument();
  const old = page("/");
  await sql`
    insert into public.page_analytics (id, path, session_id, device, browser, os, created_at, time_on_page_seconds)
    values (${old.id}, '/', ${documentId}, 'phone', 'Chrome', 'Android', now() - interval '25 hours', 5)
  `;
  await send({ documentId, pages: [{ ...old, seconds: 900 }] });
  expect(await rows()).toMatchObject([{ seconds: 5 }]);
});
