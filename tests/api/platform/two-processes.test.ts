import { randomInt, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { forgetCatalogue } from "@/lib/catalogue/import/forget-catalogue";
import { type BuiltSite, startBuiltSite } from "@/tests/fixtures/built-site";
import { addMovie } from "@/tests/fixtures/database";
import { film, household } from "@/tests/fixtures/playback";
import { bearing, sql } from "@/tests/fixtures/supabase";

/** Two processes of the built site beside one stack, as one deployment has them: whoever asks meets now one, now the other. */
let first: BuiltSite;
let second: BuiltSite;

beforeAll(async () => {
  [first, second] = await Promise.all([startBuiltSite(), startBuiltSite()]);
}, 60_000);
afterAll(async () => {
  await Promise.all([first?.close(), second?.close()]);
  await sql`delete from public.movies where title like 'Twofold %'`;
});

type Person = Awaited<ReturnType<typeof household>>;
type Call = { method?: string; body?: unknown; who?: Person; headers?: Record<string, string> };

const newAddress = () => `10.${randomInt(255)}.${randomInt(255)}.${randomInt(1, 255)}`;

async function ask(site: BuiltSite, path: string, { method, body, who, headers }: Call = {}) {
  const cookie = who && [...who.browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const answer = await fetch(`${site.url}${path}`, {
    method: method ?? (body === undefined ? "GET" : "POST"),
    headers: {
      accept: "application/json",
      origin: site.url,
      "x-forwarded-for": newAddress(),
      ...(cookie && { cookie }),
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    redirect: "manual",
  });
  const text = await answer.text();
  const isJson = answer.headers.get("content-type")?.includes("json");
  return { status: answer.status, body: isJson ? JSON.parse(text) : text };
}

function favourite(site: BuiltSite, who: Person, movieId: string, isListed: boolean) {
  const write = { id: randomUUID(), madeAt: Date.now(), kind: "favorites", movieId, isListed };
  return ask(site, "/api/library", { who, body: { viewerId: who.viewerId, writes: [write] } });
}

test("what one process has kept is new there when the other has written", async () => {
  const who = await household({ maturityLimit: 18 });
  const movieId = await addMovie(sql, { title: `Twofold ${randomUUID()}`, maturity_rating: 0 });
  const isFavourite = async (site: BuiltSite) =>
    (await ask(site, `/api/library/titles/${movieId}`, { who })).body.isFavorite;
  for (const [writer, reader, isListed] of [
    [first, second, true],
    [second, first, false],
  ] as const) {
    await Promise.all([isFavourite(writer), isFavourite(reader)]);
    expect((await favourite(writer, who, movieId, isListed)).status).toBe(200);
    expect(await Promise.all([isFavourite(reader), isFavourite(writer)])).toEqual([isListed, isListed]);
  }
});

test("a page that both keep follows a change of its title in both", async () => {
  const before = `Twofold ${randomUUID()}`;
  const after = `Twofold ${randomUUID()}`;
  const id = await addMovie(sql, { title: before, maturity_rating: 0 });
  const [{ slug } = { slug: "" }] = await sql<
    { slug: string }[]
  >`select slug from public.movies where id = ${id}`;
  const heading = async (site: BuiltSite) => {
    const { body } = await ask(site, `/title/${slug}`, { headers: { accept: "text/html" } });
    return /<h1[^>]*>([^<]*)</.exec(body)?.[1];
  };
  const both = () => Promise.all([heading(first), heading(second), heading(first), heading(second)]);
  expect(await both()).toEqual([before, before, before, before]);
  await sql`update public.movies set title = ${after} where id = ${id}`;
  await forgetCatalogue();
  // A kept page looks at the versions of what it shows once a second.
  await expect.poll(both, { timeout: 5_000 }).toEqual([after, after, after, after]);
});

test("a limit is one limit, whichever process is asked", async () => {
  const headers = { "x-forwarded-for": newAddress() };
  const body = { email: `${randomUUID()}@example.test`, password: "not the password" };
  const statuses: number[] = [];
  for (let count = 0; count < 12; count++)
    statuses.push((await ask(count % 2 ? first : second, "/api/auth/sign-in", { body, headers })).status);
  const passed = statuses.filter((status) => status !== 429);
  // Five each would be ten; one or two more than the limit pass where a window ends in between.
  expect(passed.length).toBeGreaterThanOrEqual(5);
  expect(passed.length).toBeLessThanOrEqual(7);
  expect(statuses.slice(-2)).toEqual([429, 429]);
});

test("a session that was ended in one process is over in the other at once", async () => {
  const who = await household();
  const profile = (site: BuiltSite) => ask(site, "/api/library/history", { who });
  expect((await profile(first)).status).toBe(200);
  expect((await profile(second)).status).toBe(200);
  expect((await ask(first, "/api/auth/sign-out", { who, body: {} })).status).toBe(200);
  expect((await profile(second)).status).toBe(401);
  expect((await profile(first)).status).toBe(401);
});

test("one intent that reaches both at once is carried out once", async () => {
  const who = await household();
  const call = {
    who,
    body: { name: "Bi", isKids: true, maturityLimit: 12, language: "vi" },
    headers: { "idempotency-key": randomUUID() },
  };
  const answers = await Promise.all([ask(first, "/api/viewers", call), ask(second, "/api/viewers", call)]);
  // The later one is told to come back, or gets the answer of the first.
  expect(answers.some(({ status }) => status === 201)).toBe(true);
  for (const { status } of answers) expect([201, 409]).toContain(status);
  const viewers = await sql`select name from public.viewer_profiles where user_id = ${who.id}`;
  expect(viewers.length).toBe(2);
});

test("who listens by way of one process hears what was written by way of the other", async () => {
  const who = await household({ maturityLimit: 18 });
  const movieId = await addMovie(sql, { title: `Twofold ${randomUUID()}`, maturity_rating: 0 });
  const { body } = await ask(second, "/api/auth/token", { who });
  const client = bearing(body.accessToken);
  await client.realtime.setAuth(body.accessToken);
  const heard = Promise.withResolvers<Record<string, unknown>>();
  const joined = Promise.withResolvers<void>();
  client
    .channel(`test-${randomUUID()}`)
    .on(
      "postgres_changes",
      {
        event: "*",
        schema: "public",
        table: "user_favorites",
        filter: `viewer_profile_id=eq.${who.viewerId}`,
      },
      ({ new: row }) => heard.resolve(row),
    )
    .on("system", {}, ({ status }: { status?: string }) => status === "ok" && joined.resolve())
    .subscribe();
  await joined.promise;
  await favourite(first, who, movieId, true);
  expect(await heard.promise).toMatchObject({ movie_id: movieId, deleted_at: null });
  await client.removeAllChannels();
});

test("a viewer counts once, whichever process their reports reach, and each viewer counts", async () => {
  const [{ movieId }, people] = await Promise.all([film(), Promise.all([1, 2, 3].map(() => household()))]);
  const sites = [first, second];
  await Promise.all(
    people.map(async (who) => {
      const { body, status } = await ask(first, "/api/playback", { who, body: { movieId } });
      expect(status).toBe(201);
      const report = (site: BuiltSite, sequence: number, positionSeconds: number) =>
        ask(site, `/api/playback/${body.sessionId}/progress`, {
          who,
          body: { positionSeconds, durationSeconds: 100, sequence },
        });
      const now = Date.now();
      // At once, and out of order: the latest report stands, whoever took it.
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, index) => report(sites[index % 2] ?? first, now + index, 20 + index)),
      );
      expect(answers.map((answer) => answer.status)).toEqual(Array(8).fill(200));
    }),
  );
  const [movie] = await sql<
    { views: number }[]
  >`select view_count as views from public.movies where id = ${movieId}`;
  expect(movie?.views).toBe(3);
  const rows = await sql<{ at: number }[]>`
    select progress_seconds::float8 as at from public.viewing_history where movie_id = ${movieId}
  `;
  expect(rows.map(({ at }) => at)).toEqual([27, 27, 27]);
});
