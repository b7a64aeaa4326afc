import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { DEADLINES } from "@/lib/platform/deadlines";
import { ask, expectDecent, openPage, signInWith } from "@/tests/fixtures/faults/audience";
import { whilePaused } from "@/tests/fixtures/faults/services";
import { withSession } from "@/tests/fixtures/faults/session-cookies";
import { household } from "@/tests/fixtures/playback";
import { sql } from "@/tests/fixtures/supabase";

afterAll(() => sql`delete from public.movies where title like 'Wished %'`);

const SERVICES = ["redis", "postgres", "gateway"] as const;

const whileAllPaused = <Result>(work: () => Promise<Result>) =>
  SERVICES.reduce<() => Promise<Result>>((rest, service) => () => whilePaused(service, rest), work)();

const cookieOf = ({ browser }: Awaited<ReturnType<typeof household>>) =>
  [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");

test.each([
  ["the gateway stands", <Result>(work: () => Promise<Result>) => whilePaused("gateway", work)],
  ["all services stand", whileAllPaused],
])("nobody waits longer than the deadline where %s still, whatever they ask for", async (_, whilePausing) => {
  const person = await household();
  const { viewerId } = person;
  const cookie = cookieOf(person);
  const [picture, photo] = [
    { accept: "image/avif" },
    await sharp({ create: { width: 60, height: 60, channels: 3, background: "teal" } })
      .png()
      .toBuffer(),
  ];
  const wish = {
    id: randomUUID(),
    madeAt: Date.now(),
    kind: "favorites",
    movieId: randomUUID(),
    isListed: true,
  };
  const told = await whilePausing(() =>
    Promise.all([
      ask("artwork", "file", "/artwork/nobody/poster.avif", picture),
      ask("avatar", "file", "/avatars/nobody/face.avif", picture),
      ask("link image", "api", `/og/title/never-asked-for-${randomUUID()}.en.jpg`),
      ask("sitemap", "api", "/sitemap.xml"),
      ask("sitemap page", "api", "/sitemaps/7.xml"),
      ask("health", "api", "/api/health/ready"),
      ask("surprise", "api", "/api/catalogue/surprise"),
      ask("cron", "write", "/api/cron/expire", { authorization: `Bearer ${process.env.CRON_SECRET}` }),
      ask("search", "search", `/api/catalogue/search?q=${randomUUID()}`),
      ask("list", "telemetry", "/api/library/rails", { cookie }),
      ask("wish", "write", "/api/library", { cookie, body: { viewerId, writes: [wish] } }),
      ask("photo", "upload", "/api/account/avatar", { method: "PUT", cookie, body: new Blob([photo]) }),
      signInWith(person.email, person.password),
      openPage("/settings", undefined, cookie),
      openPage(`/title/never-asked-for-${randomUUID()}`),
    ]),
  );
  expectDecent(told);
  expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(Object.keys(DEADLINES)));
  // A route says to come again; a page that cannot be read is the framework's error page, which is a 500.
  for (const { what, status } of told) expect(status, what).toBe(what.startsWith("page") ? 500 : 503);
});

test("the gate asks for a part of a page's time, and leaves the page the rest", async () => {
  const staff = await household();
  await sql`update public.user_accounts set role = 'moderator' where user_id = ${staff.id}`;
  const [cookie, staffCookie] = [cookieOf(await household()), cookieOf(staff)];
  // Who they are is known then; what they may do is not.
  for (const one of [cookie, staffCookie]) expect((await openPage("/", undefined, one)).status).toBe(200);
  const told = await whileAllPaused(() =>
    Promise.all([openPage("/settings", undefined, cookie), openPage("/admin", undefined, staffCookie)]),
  );
  expectDecent(told);
  for (const { what, milliseconds } of told)
    expect(milliseconds, what).toBeLessThan(DEADLINES.page.answerMs + 1_500);
});

test("a session that has to be renewed costs nobody more than the deadline, and is not lost", async () => {
  const { browser } = await household();
  const inAMinute = Math.floor(Date.now() / 1000) + 60;
  const cookie = await withSession(browser.cookies, { expires_at: inAMinute });
  const told = await whilePaused("gateway", () =>
    Promise.all([
      openPage("/settings", undefined, cookie),
      openPage("/", undefined, cookie),
      ask("list", "telemetry", "/api/library/rails", { cookie }),
    ]),
  );
  expectDecent(told);
  // A page that cannot be read is the framework's error page, which is a 500; a route says to come again.
  for (const { what, status } of told)
    expect(what.startsWith("page") ? [200, 500] : [200, 503], `${what}: ${status}`).toContain(status);
  const after = await openPage("/settings", undefined, cookie);
  expect(after.status).toBe(200);
});
