import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Pool } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { GET as suggest } from "@/app/api/catalogue/suggestions/route";
import { getTitle } from "@/lib/catalogue/queries";
import { announcePremieres } from "@/lib/catalogue/reminders/announce";
import { publishAsset } from "@/lib/media/work/publish";
import { requireEnv } from "@/lib/platform/env";
import { publicRoute } from "@/lib/platform/http/routes";
import { Browser } from "@/tests/fixtures/browser";
import { householdOf, keptHouseholdOf } from "@/tests/fixtures/cache/kept";
import { addMovie } from "@/tests/fixtures/database";
import { libraryWrites } from "@/tests/fixtures/library-calls";
import { finished, start } from "@/tests/fixtures/media/programs";
import { household } from "@/tests/fixtures/playback";
import { sql } from "@/tests/fixtures/supabase";

const pool = new Pool({ connectionString: requireEnv("DATABASE_URL"), max: 4 });
const tag = randomUUID().slice(0, 8);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "cineverse-fresh-"));
});
afterAll(async () => {
  await sql`delete from public.movies where title like ${`%${tag}%`}`;
  await pool.end();
  await rm(folder, { recursive: true, force: true });
});

async function add(values: Record<string, string>): Promise<{ id: string; slug: string }> {
  const slug = `fresh-${randomUUID()}`;
  const id = await addMovie(sql, { slug, title: `Fresh ${tag}`, maturity_rating: 0, ...values });
  return { id, slug };
}

/** What a visitor is told of a title, by whichever process answers. */
async function titleOf(slug: string) {
  const ask = publicRoute({}, async ({ ctx }) => Response.json(await getTitle(ctx, slug)));
  const { status, body } = await new Browser().call(ask, { method: "GET" });
  return { status, body };
}

test("a film that has been made ready is on its page at once, where there was none before", async () => {
  const { id: movieId, slug } = await add({ status: "draft" });
  expect((await titleOf(slug)).status).toBe(404);
  const assetId = randomUUID();
  await sql`insert into public.video_assets (id, movie_id, status) values (${assetId}, ${movieId}, 'transcoding')`;
  const stream = {
    durationSeconds: 60,
    renditions: [],
    audioTracks: [],
    thumbnailsPath: null,
    subtitles: [],
    segments: [],
  };
  await publishAsset(pool, { assetId, movieId, episode: null, stream, artwork: null, attempt: null });
  expect((await titleOf(slug)).status).toBe(200);
});

test("a premiere is on its page, and in the bell of who waited for it, as soon as it is announced", async () => {
  const past = new Date(Date.now() - 1_000).toISOString();
  const { id, slug } = await add({ status: "scheduled", published_at: past });
  const home = await household();
  await sql`
    insert into public.reminders (user_id, viewer_profile_id, movie_id) values (${home.id}, ${home.viewerId}, ${id})`;
  const statusOf = async () => (await titleOf(slug)).body.status;
  expect(await statusOf()).not.toBe("published");
  expect((await keptHouseholdOf(home.browser)).unread).toEqual([]);
  await announcePremieres(pool);
  expect((await titleOf(slug)).status).toBe(200);
  expect((await householdOf(home.browser)).unread).toEqual([home.viewerId]);
});

test("a rating counts on the page of its title at once, and so does its taking back", async () => {
  const { id: movieId, slug } = await add({});
  const { browser, viewerId } = await household();
  expect((await titleOf(slug)).body.ratingCount).toBe(0);
  await libraryWrites(browser, viewerId, { kind: "rating", movieId, rating: 9 });
  expect((await titleOf(slug)).body.ratingCount).toBe(1);
  await libraryWrites(browser, viewerId, { kind: "rating", movieId, rating: null });
  expect((await titleOf(slug)).body.ratingCount).toBe(0);
});

test("a list that another process imports is found by a search that found nothing before", async () => {
  const name = `Q${tag.slice(0, 3)}`;
  const found = async () => {
    const asked = { method: "GET", path: `/api/catalogue/suggestions?q=${name}` };
    return (await new Browser().call(suggest, asked)).body.titles.length;
  };
  expect(await found()).toBe(0);
  const file = path.join(folder, "list.json");
  await writeFile(
    file,
    JSON.stringify([
      { title: `${name} ${tag}`, year: 1990, cast: [], genres: ["Drama"], extract: "A film." },
    ]),
  );
  expect((await finished(start("import.ts", [file, "--maturity", "0"]))).code).toBe(0);
  expect(await found()).toBe(1);
});
