import { randomInt } from "node:crypto";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTokens } from "@/supabase/embedded/tokens";
import { type BuiltSite, startBuiltSite } from "@/tests/fixtures/built-site";
import {
  expectDecent,
  gatherAudience,
  openPage,
  signInWith,
  statusesOf,
} from "@/tests/fixtures/faults/audience";
import { dataFolder } from "@/tests/fixtures/faults/services";
import { readSession, withSession } from "@/tests/fixtures/faults/session-cookies";
import { canSkew, skewedBy } from "@/tests/fixtures/faults/skewed-clock";
import { film, household } from "@/tests/fixtures/playback";
import { sql } from "@/tests/fixtures/supabase";

if (!canSkew)
  console.warn("Wrong clocks are not tried: libfaketime is not installed (apt install faketime).");

afterAll(() => sql`delete from public.movies where title like 'Wished %'`);

type Opened = { playlists: Record<string, string>; expiresAt: number };
type Person = Awaited<ReturnType<typeof household>>;

const newAddress = () => `10.8.${randomInt(255)}.${randomInt(1, 255)}`;
const cookieOf = ({ browser }: Person) =>
  [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");

/** The person's session with an access token that Supabase takes for so many seconds more. */
async function endingIn(seconds: number, { browser }: Person): Promise<string> {
  const { access_token } = await readSession(browser.cookies);
  const { iat: _iat, exp: _exp, ...claims } = decodeJwt(access_token);
  const tokens = await createTokens(dataFolder());
  const token = await tokens.sign(claims, seconds);
  return withSession(browser.cookies, { access_token: token, expires_at: Number(decodeJwt(token).exp) });
}

describe.skipIf(!canSkew).each([
  ["five minutes ahead", 300],
  ["five minutes behind", -300],
])("with a clock that is %s of the services'", (_, seconds) => {
  let site: BuiltSite;

  beforeAll(async () => {
    site = await startBuiltSite(skewedBy(seconds));
    // Whoever has answered once has told the time.
    await fetch(`${site.url}/api/health/ready`);
  }, 60_000);
  afterAll(() => site?.close());

  const ask = (path: string, cookie: string, body?: object, headers: Record<string, string> = {}) =>
    fetch(`${site.url}${path}`, {
      method: body ? "POST" : "GET",
      headers: {
        accept: "application/json",
        origin: site.url,
        cookie,
        "x-forwarded-for": newAddress(),
        ...(body && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
      redirect: "manual",
    });

  test("it really is off, and the log says so", async () => {
    const { headers } = await fetch(`${site.url}/api/health/live`);
    expect(Math.abs(Date.parse(headers.get("date") ?? "") - Date.now() - seconds * 1000)).toBeLessThan(3_000);
    const warning = site
      .log()
      .split("\n")
      .filter((line) => line.includes("clock and Supabase's differ"))
      .map((line) => JSON.parse(line));
    expect(warning.length).toBeGreaterThan(0);
    expect(Math.abs(warning[0].seconds - seconds)).toBeLessThan(5);
  });

  test("people sign in, watch and write, and nothing is lost", async () => {
    const audience = await gatherAudience(site.url);
    expect((await signInWith(audience.email, audience.password, site.url)).status).toBe(200);
    audience.begin();
    await expect
      .poll(async () => (await audience.check()).acknowledged, { timeout: 20_000 })
      .toBeGreaterThan(3);
    const told = await audience.end();
    expectDecent(told);
    for (const what of ["page /", "page /browse", "progress", "favourite", "search", "state"])
      expect(statusesOf(told, what), what).toEqual([200]);
    const { position, acknowledged, wrongFavourites } = await audience.check();
    expect(position).toBeGreaterThanOrEqual(acknowledged);
    expect(wrongFavourites).toEqual([]);
  });

  test.each([
    ["is about to be refused", 45],
    ["is refused since a moment", -20],
  ])("a session whose token %s is renewed, and nobody is signed out", async (_, left) => {
    const person = await household();
    const answer = await ask("/api/library/rails", await endingIn(left, person));
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie().some((cookie) => cookie.includes("cineverse"))).toBe(true);
    const page = await openPage("/settings", site.url, await endingIn(left, await household()));
    expect(page.status).toBe(200);
  });

  test("who signs out everywhere is out everywhere, and in again at once", async () => {
    const person = await household();
    const elsewhere = await signInWith(person.email, person.password, site.url);
    expect(elsewhere.status).toBe(200);
    const before = cookieOf(person);
    expect((await ask("/api/auth/sign-out", before, { scope: "global" })).status).toBe(200);
    expect((await ask("/api/library/rails", before)).status).toBe(401);
    const again = await ask("/api/auth/sign-in", "", { email: person.email, password: person.password });
    expect(again.status).toBe(200);
    const cookie = again.headers
      .getSetCookie()
      .map((whole) => whole.split(";", 1)[0])
      .join("; ");
    expect((await openPage("/settings", site.url, cookie)).status).toBe(200);
  });

  test("a film's signed addresses are good for as long as they are said to be", async () => {
    const [person, { movieId }] = await Promise.all([household(), film()]);
    const opened = await ask("/api/playback", cookieOf(person), { movieId });
    const { playlists, expiresAt } = (await opened.json()) as Opened;
    const signed = Object.values(playlists).flatMap(
      (playlist) => /VALUE="(https?:[^"]+)"/.exec(playlist)?.[1] ?? [],
    );
    expect(signed).toHaveLength(2);
    for (const url of signed) {
      const { exp } = decodeJwt(new URL(url).searchParams.get("token") ?? "");
      expect(Math.abs(Number(exp) - expiresAt / 1000)).toBeLessThan(5);
      const file = await fetch(url);
      expect(file.status).toBe(200);
      expect(await file.text()).toMatch(/^bytes of (audio|video)-/);
    }
  });

  test("a write that is sent twice under a key is done once", async () => {
    const person = await household();
    const child = { name: "Bi", isKids: true, maturityLimit: 12, language: "vi" };
    const send = () => ask("/api/viewers", cookieOf(person), child, { "idempotency-key": person.viewerId });
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.headers.get("idempotency-replayed")).toBe("true");
    expect(await sql`select 1 from public.viewer_profiles where user_id = ${person.id}`).toHaveLength(2);
  });

  test("limits count as ever", async () => {
    const { headers } = await ask("/api/catalogue/search?q=a", cookieOf(await household()));
    expect(Number(headers.get("ratelimit-remaining"))).toBe(19);
    expect(Number(headers.get("ratelimit-reset"))).toBeLessThanOrEqual(60);
  });

  test("a cron runs once at a time, and again when its turn is over", async () => {
    const cron = async () =>
      (
        await fetch(`${site.url}/api/cron/tombstones`, {
          headers: { authorization: `Bearer ${process.env.CRON_SECRET}` },
        })
      ).status;
    await expect.poll(cron, { timeout: 30_000 }).toBe(200);
    await sql`select public.begin_cron_run('tombstones', 2)`;
    expect(await cron()).toBe(409);
    await expect.poll(cron, { timeout: 10_000 }).toBe(200);
  });
});
