import { afterAll, expect, test } from "vitest";
import { ask, expectDecent, openPage } from "@/tests/fixtures/faults/audience";
import { whilePaused } from "@/tests/fixtures/faults/services";
import { withSession } from "@/tests/fixtures/faults/session-cookies";
import { household } from "@/tests/fixtures/playback";
import { sql } from "@/tests/fixtures/supabase";

afterAll(() => sql`delete from public.movies where title like 'Wished %'`);

test("nobody waits longer than the deadline where the gateway stands still, whatever they ask for", async () => {
  const { browser } = await household();
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const picture = { accept: "image/avif" };
  const told = await whilePaused("gateway", () =>
    Promise.all([
      ask("artwork", "file", "/artwork/nobody/poster.avif", picture),
      ask("avatar", "file", "/avatars/nobody/face.avif", picture),
      ask("link image", "api", "/og/title/no-such-title.png", picture),
      ask("sitemap", "api", "/sitemap.xml"),
      ask("sitemap page", "api", "/sitemaps/1"),
      ask("health", "api", "/api/health/ready"),
      ask("surprise", "api", "/api/catalogue/surprise"),
      ask("cron", "write", "/api/cron/expire"),
      openPage("/settings", undefined, cookie),
      openPage("/title/never-asked-for-before"),
    ]),
  );
  expectDecent(told);
  const statusOf = Object.fromEntries(told.map(({ what, status }) => [what, status]));
  expect(statusOf).toMatchObject({ artwork: 503, avatar: 503, health: 503, surprise: 503, cron: 401 });
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
