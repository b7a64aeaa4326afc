import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { addMovie, attempt, connect, inRollback, type Transaction } from "../fixtures/database";
import { buildWorld, PERSONAS, type Persona, type World } from "./world";

const sql = connect();
afterAll(() => sql.end());

const STAFF: readonly Persona[] = ["moderator", "admin", "superAdmin", "service"];

type Place = (tx: Transaction, world: World) => Promise<string>;

async function insert(tx: Transaction, table: string, values: Record<string, unknown>): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into ${tx(`public.${table}`)} ${tx(values as Record<string, string>)} returning id
  `;
  return row?.id ?? "";
}

const TOMORROW = new Date(Date.now() + 86_400_000).toISOString();

const HIDDEN: Record<string, [table: string, place: Place]> = {
  "a draft": ["movies", async (_, world) => world.draftId],
  "a scheduled title": ["movies", (tx) => addMovie(tx, { status: "scheduled", published_at: TOMORROW })],
  "an archived title": ["movies", (tx) => addMovie(tx, { status: "archived" })],
  "a title that is published from tomorrow on": ["movies", (tx) => addMovie(tx, { published_at: TOMORROW })],
  "an episode of a draft": [
    "episodes",
    (tx, { draftId }) =>
      insert(tx, "episodes", { movie_id: draftId, season: 1, number: 1, slug: "one", title: "One" }),
  ],
  "a credit of a draft": [
    "credits",
    (tx, { draftId, personId }) =>
      insert(tx, "credits", { movie_id: draftId, person_id: personId, role: "actor" }),
  ],
  "a rights window of a draft": [
    "movie_availability",
    (tx, { draftId }) => insert(tx, "movie_availability", { movie_id: draftId, country: "KE" }),
  ],
  "a draft in a published collection": [
    "collection_items",
    (tx, { draftId, collectionId }) =>
      insert(tx, "collection_items", { movie_id: draftId, collection_id: collectionId }),
  ],
  "an unpublished collection": [
    "collections",
    (tx) => insert(tx, "collections", { slug: `test-${randomUUID()}`, title: "Hidden" }),
  ],
  "an inactive category": [
    "categories",
    (tx) => insert(tx, "categories", { slug: `test-${randomUUID()}`, name: randomUUID(), is_active: false }),
  ],
  "the video of a draft": ["video_assets", async (_, world) => world.draftAssetId],
  "a video that is not ready": [
    "video_assets",
    (tx, { movieId }) => insert(tx, "video_assets", { movie_id: movieId, status: "transcoding" }),
  ],
  "a video without a title": ["video_assets", (tx) => insert(tx, "video_assets", { status: "ready" })],
  "a subtitle of a draft": [
    "subtitles",
    (tx, { draftAssetId }) =>
      insert(tx, "subtitles", {
        asset_id: draftAssetId,
        language: "en",
        label: "English",
        path: randomUUID(),
      }),
  ],
};

describe.each(Object.entries(HIDDEN))("%s", (_, [table, place]) => {
  test("is seen by staff and by nobody else", async () => {
    await inRollback(sql, async (tx) => {
      const world = await buildWorld(tx);
      const id = await place(tx, world);
      for (const persona of PERSONAS) {
        const seen = await attempt(
          tx,
          world.actors[persona],
          (mine) => mine`select id from ${mine(`public.${table}`)} where id = ${id}`,
        );
        expect(seen, persona).toEqual({ rows: STAFF.includes(persona) ? 1 : 0 });
      }
    });
  });
});

test("viewers do not learn where a source lies, what it is made of, or why a transcode failed", async () => {
  await inRollback(sql, async (tx) => {
    const { actors } = await buildWorld(tx);
    for (const persona of ["visitor", "owner", "stranger"] as const) {
      for (const column of ["source_path", "source_sha256", "created_by", "error_text"]) {
        const outcome = await attempt(
          tx,
          actors[persona],
          (mine) => mine`select ${mine(column)} from public.video_assets`,
        );
        expect(outcome.refused, `${persona} ${column}`).toBe("42501");
      }
    }
  });
});

test("a title is found without accents, by its cast and by its description, the title first", async () => {
  await inRollback(sql, async (tx) => {
    const { personId } = await buildWorld(tx);
    const word = `zq${randomUUID().replaceAll("-", "")}`;
    const described = await addMovie(tx, { title: "First", description: `A story of ${word}` });
    const acted = await addMovie(tx, { title: "Second" });
    const titled = await addMovie(tx, { title: `Thé ${word}` });
    await tx`update public.people set name = ${`Ána ${word}`} where id = ${personId}`;
    await insert(tx, "credits", { movie_id: acted, person_id: personId, role: "actor" });
    const found = await tx`
      select id from public.movies where search_vector @@ to_tsquery('simple', ${word})
      order by ts_rank(search_vector, to_tsquery('simple', ${word})) desc
    `;
    expect(found.map(({ id }) => id)).toEqual([titled, acted, described]);
    await tx`update public.people set name = 'Somebody Else' where id = ${personId}`;
    const [renamed] = await tx`select cast_names from public.movies where id = ${acted}`;
    expect(renamed?.cast_names).toBe("Somebody Else");
    await tx`delete from public.credits where movie_id = ${acted}`;
    const [emptied] = await tx`select cast_names from public.movies where id = ${acted}`;
    expect(emptied?.cast_names).toBe("");
  });
});

test("a title that is published without a date is published now", async () => {
  await inRollback(sql, async (tx) => {
    const movieId = await addMovie(tx, { status: "draft" });
    await tx`update public.movies set status = 'published' where id = ${movieId}`;
    const [row] = await tx`select published_at = now() as today from public.movies where id = ${movieId}`;
    expect(row?.today).toBe(true);
  });
});
