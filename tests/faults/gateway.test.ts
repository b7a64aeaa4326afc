import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { addMovie } from "@/tests/fixtures/database";
import { ask, expectDecent, gatherAudience, openPage, statusesOf } from "@/tests/fixtures/faults/audience";
import { kill, whilePaused } from "@/tests/fixtures/faults/services";
import { person, sql } from "@/tests/fixtures/supabase";

// The gateway is REST, Auth, Storage and Realtime in one process: whatever the site asks of Supabase goes through it.

afterAll(() => sql`delete from public.movies where title like 'Wished %'`);

test("a channel that was open when the gateway was killed comes back by itself, and hears what is written then", async () => {
  const { client, id, session } = await person();
  const [viewer] = await sql<{ id: string }[]>`select id from public.viewer_profiles where user_id = ${id}`;
  const viewerId = viewer?.id ?? "";
  const movies = await Promise.all(
    ["before", "meanwhile", "after"].map(() => addMovie(sql, { title: `Wished ${randomUUID()}` })),
  );
  const [before = "", meanwhile = "", after = ""] = movies;
  const add = (movieId: string) =>
    sql`insert into public.user_favorites (user_id, viewer_profile_id, movie_id) values (${id}, ${viewerId}, ${movieId})`;
  const heard = new Set<string>();
  let joins = 0;
  await client.realtime.setAuth(session.access_token);
  client
    .channel(`test-${randomUUID()}`)
    .on(
      "postgres_changes",
      { event: "*", schema: "public", table: "user_favorites", filter: `viewer_profile_id=eq.${viewerId}` },
      ({ new: row }) => heard.add((row as { movie_id: string }).movie_id),
    )
    .on("system", {}, ({ status }: { status?: string }) => {
      if (status === "ok") joins += 1;
    })
    .subscribe();
  await expect.poll(() => joins).toBe(1);
  await add(before);
  await expect.poll(() => heard.has(before)).toBe(true);
  const killed = kill("gateway");
  await add(meanwhile);
  await killed;
  await expect.poll(() => joins, { timeout: 40_000 }).toBe(2);
  await add(after);
  await expect.poll(() => heard.has(after)).toBe(true);
  // What was written meanwhile is asked for by whoever comes back: the channel tells of changes, and keeps none.
  const { data } = await client.from("user_favorites").select("movie_id");
  expect(new Set(data?.map((row) => row.movie_id))).toEqual(new Set(movies));
  await client.removeAllChannels();
});

test.each([
  ["killed", () => kill("gateway")],
  ["not answering", () => whilePaused("gateway", lateSignIn)],
])("while the gateway is %s pages are read, and what cannot be done is said so", async (_, fault) => {
  const audience = await gatherAudience();
  for (const path of ["/", "/browse"]) expect((await openPage(path)).status).toBe(200);
  audience.begin();
  await expect.poll(async () => (await audience.check()).acknowledged).toBeGreaterThan(0);
  await fault();
  const before = (await audience.check()).acknowledged;
  await expect
    .poll(async () => (await audience.check()).acknowledged, { timeout: 40_000 })
    .toBeGreaterThan(before);
  const told = await audience.end();
  expectDecent(told);
  for (const what of ["page /", "page /browse"]) expect(statusesOf(told, what), what).toEqual([200]);
  for (const what of ["progress", "favourite", "state", "search"])
    for (const status of statusesOf(told, what)) expect([200, 503], `${what} ${status}`).toContain(status);
  const { position, acknowledged, wrongFavourites } = await audience.check();
  expect(position).toBeGreaterThanOrEqual(acknowledged);
  expect(wrongFavourites).toEqual([]);
});

/** Longer than one call to Supabase may take: whoever signs in is told to try again. */
async function lateSignIn(): Promise<void> {
  const body = { email: "nobody@example.test", password: "not the password" };
  const told = await ask("sign-in", "sign-in", "/api/auth/sign-in", { body });
  expectDecent([told]);
  expect(told.status).toBe(503);
}
