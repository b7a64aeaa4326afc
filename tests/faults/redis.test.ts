import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BuiltSite, startBuiltSite } from "@/tests/fixtures/built-site";
import {
  type Audience,
  expectDecent,
  gatherAudience,
  openPage,
  signInWith,
  statusesOf,
} from "@/tests/fixtures/faults/audience";
import { followSiteLog, kill, whilePaused } from "@/tests/fixtures/faults/services";
import { sql } from "@/tests/fixtures/supabase";

const WORKS = ["page /", "page /browse", "search", "state", "progress", "favourite"];

afterAll(() => sql`delete from public.movies where title like 'Wished %'`);

function expectEverythingOpen(told: Awaited<ReturnType<Audience["end"]>>): void {
  for (const what of WORKS) expect(statusesOf(told, what), what).toEqual([200]);
}

async function expectNothingLost(audience: Audience): Promise<void> {
  const { position, acknowledged, wrongFavourites } = await audience.check();
  expect(position).toBeGreaterThanOrEqual(acknowledged);
  expect(acknowledged).toBeGreaterThan(0);
  expect(wrongFavourites).toEqual([]);
}

describe("Redis", () => {
  test("that is killed is missed by nobody who watches and writes", async () => {
    const audience = await gatherAudience();
    audience.begin();
    await kill("redis");
    // Signing in fails closed while nobody counts, and is open again when somebody does.
    await expect
      .poll(async () => (await signInWith(audience.email, audience.password)).status, { timeout: 20_000 })
      .toBe(200);
    const told = await audience.end();
    expectDecent(told);
    expectEverythingOpen(told);
    await expectNothingLost(audience);
  });

  test("that does not answer closes the sign-in and nothing else, and both are logged", async () => {
    const audience = await gatherAudience();
    const logged = followSiteLog();
    audience.begin();
    const refused = await whilePaused("redis", async () => {
      const one = await signInWith(audience.email, audience.password);
      await openPage("/browse?genre=Drama");
      return [one, await signInWith(audience.email, "not the password")];
    });
    const told = await audience.end();
    expectDecent([...told, ...refused]);
    expectEverythingOpen(told);
    expect(refused.map(({ status }) => status)).toEqual([503, 503]);
    await expectNothingLost(audience);
    await expect.poll(logged).toContain("redis does not answer; going on without it");
    expect(logged()).toContain("platform.errors.signInPaused");
    await expect
      .poll(async () => (await signInWith(audience.email, audience.password)).status, { timeout: 20_000 })
      .toBe(200);
  });
});

describe("something else in Redis's place", () => {
  const RUBBISH = {
    "pages of a stranger": () =>
      "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 15\r\n\r\n<html>hi</html>",
    "JSON of another shape": () =>
      'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 14\r\n\r\n[{"no":"way"}]',
    bytes: () => randomBytes(512),
  };
  let site: BuiltSite;
  let answer: () => string | Buffer = RUBBISH.bytes;
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.on("data", () => socket.end(answer()));
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { port: number };
    site = await startBuiltSite({ UPSTASH_REDIS_REST_URL: `http://127.0.0.1:${port}` });
  }, 60_000);
  afterAll(async () => {
    await site.close();
    server.close();
  });

  test.each(Object.entries(RUBBISH))(
    "that answers %s closes the sign-in and nothing else",
    async (_, rubbish) => {
      answer = rubbish;
      const audience = await gatherAudience(site.url);
      audience.begin();
      const refused = [
        await signInWith(audience.email, audience.password, site.url),
        await signInWith(audience.email, "not the password", site.url),
      ];
      const pages = [
        await openPage("/browse?genre=Drama", site.url),
        await openPage("/settings", site.url, audience.cookie),
      ];
      const told = await audience.end();
      expectDecent([...told, ...refused, ...pages]);
      expectEverythingOpen(told);
      expect(pages.map(({ status }) => status)).toEqual([200, 200]);
      expect(refused.map(({ status }) => status)).toEqual([503, 503]);
      await expectNothingLost(audience);
    },
  );
});
