import { randomUUID } from "node:crypto";
import type { JSONValue } from "postgres";
import { afterAll, describe, expect, test } from "vitest";
import { addEpisode, addMovie, connect, inRollback, type Transaction } from "../fixtures/database";

const sql = connect();
afterAll(() => sql.end());

type Kind = { genres: string[]; [column: string]: string | number | null | string[] };
type Filters = Record<string, JSONValue>;
type Counts = Record<string, { value: string; count: number }[]>;

/** Titles of two genres and three languages, so that each filter leaves some; apart from the rest by their country. */
async function stage(tx: Transaction): Promise<{ tag: string; other: string }> {
  const [tag, other] = [`g${randomUUID()}`, `h${randomUUID()}`];
  const kinds: Kind[] = [
    { genres: [tag], language: "vi", year: 1994, duration_seconds: 1800, maturity_rating: 0 },
    { genres: [tag, other], language: "vi", year: 1999, duration_seconds: 7300, maturity_rating: 12 },
    {
      genres: [tag],
      language: "en",
      year: 2004,
      duration_seconds: 5500,
      maturity_rating: 16,
      access_level: "premium",
    },
    { genres: [other], language: "fr", year: 2004, duration_seconds: 4000, maturity_rating: 7 },
    { genres: [tag, other], language: "en", year: 2004, duration_seconds: null, maturity_rating: 18 },
  ];
  for (const { genres, ...values } of kinds) {
    const id = await addMovie(tx, values as Record<string, string | number | null>);
    await tx`update public.movies set genres = ${genres}, countries = '{ZZ}' where id = ${id}`;
  }
  return { tag, other };
}

async function facets(tx: Transaction, filters: Filters) {
  const [row] = await tx<{ facets: { total: number; counts: Counts } }[]>`
    select public.catalogue_facets(16, null, ${tx.json({ country: "ZZ", ...filters })}) as facets`;
  const { total = -1, counts = {} } = row?.facets ?? {};
  const of = (facet: string) =>
    Object.fromEntries((counts[facet] ?? []).map(({ value, count }) => [value, count]));
  return { total, of };
}

async function listed(tx: Transaction, filters: Filters): Promise<number> {
  const [row] = await tx<{ rows: unknown[] }[]>`
    select public.catalogue_browse(16, null, 'newest', ${tx.json({ country: "ZZ", ...filters })}, null, null, 100) as rows`;
  return row?.rows.length ?? -1;
}

describe("a choice counts what it would leave", () => {
  test("under the other filters, and not under its own", async () => {
    await inRollback(sql, async (tx) => {
      const { tag, other } = await stage(tx);
      const all = await facets(tx, {});
      expect([all.total, all.of("genres"), all.of("languages")]).toEqual([
        4,
        { [tag]: 3, [other]: 2 },
        { en: 1, fr: 1, vi: 2 },
      ]);
      const vietnamese = await facets(tx, { language: "vi" });
      expect([vietnamese.total, vietnamese.of("genres"), vietnamese.of("languages")]).toEqual([
        2,
        { [tag]: 2, [other]: 1 },
        { en: 1, fr: 1, vi: 2 },
      ]);
      const both = await facets(tx, { language: "vi", genre: other });
      expect([both.total, both.of("genres"), both.of("languages")]).toEqual([
        1,
        { [tag]: 2, [other]: 1 },
        { fr: 1, vi: 1 },
      ]);
    });
  });

  test("just as many as the list then shows, for every choice of every filter", async () => {
    await inRollback(sql, async (tx) => {
      const { tag } = await stage(tx);
      const chosen = { genre: tag };
      const { of } = await facets(tx, chosen);
      const asFilter: Record<string, (value: string) => Filters> = {
        genres: (value) => ({ genre: value }),
        languages: (value) => ({ language: value }),
        types: (value) => ({ type: value }),
        access: (value) => ({ access: value }),
        years: (value) => ({ yearFrom: Number(value), yearTo: Number(value) }),
        lengths: (value) => ({ length: value }),
        maturity: (value) => ({ maturity: Number(value) }),
      };
      let choices = 0;
      for (const [facet, filter] of Object.entries(asFilter))
        for (const [value, count] of Object.entries(of(facet))) {
          expect(await listed(tx, { ...chosen, ...filter(value) }), `${facet} ${value}`).toBe(count);
          choices += 1;
        }
      expect(choices).toBeGreaterThan(14);
    });
  });

  test("and never a title above the viewer's limit or without rights in their country", async () => {
    await inRollback(sql, async (tx) => {
      await stage(tx);
      const hidden = await addMovie(tx, { maturity_rating: 0, language: "vi" });
      await tx`update public.movies set countries = '{ZZ}' where id = ${hidden}`;
      await tx`insert into public.movie_availability (movie_id, country) values (${hidden}, 'KE')`;
      const { total, of } = await facets(tx, {});
      expect([total, of("languages").vi, of("maturity")["18"]]).toEqual([4, 2, undefined]);
    });
  });
});

describe("what a title offers", () => {
  async function play(tx: Transaction, table: "movies" | "episodes", id: string) {
    const [asset] = await tx<{ id: string }[]>`
      insert into public.video_assets (status) values ('ready') returning id`;
    await tx`update ${tx(`public.${table}`)} set asset_id = ${asset?.id ?? ""} where id = ${id}`;
    return asset?.id ?? "";
  }
  const featuresOf = async (tx: Transaction, id: string) => {
    const [row] = await tx<{ features: string[] }[]>`select features from public.movies where id = ${id}`;
    return row?.features;
  };

  test("follows its subtitles and sound, of a film and of every episode", async () => {
    await inRollback(sql, async (tx) => {
      const film = await addMovie(tx, { maturity_rating: 0 });
      const asset = await play(tx, "movies", film);
      expect(await featuresOf(tx, film)).toEqual([]);
      await tx`
        insert into public.subtitles (asset_id, language, label, kind, path)
        values (${asset}, 'en', 'English', 'sdh', ${`${asset}/a.vtt`})`;
      expect(await featuresOf(tx, film)).toEqual(["sdh", "subtitles"]);
      await tx`update public.video_assets set audio_tracks = '[{"isDescription": true}]' where id = ${asset}`;
      expect(await featuresOf(tx, film)).toEqual(["audio_description", "sdh", "subtitles"]);
      await tx`delete from public.subtitles where asset_id = ${asset}`;
      await tx`update public.movies set asset_id = null where id = ${film}`;
      expect(await featuresOf(tx, film)).toEqual([]);

      const series = await addMovie(tx, { maturity_rating: 0, type: "series" });
      const episodeAsset = await play(tx, "episodes", await addEpisode(tx, series));
      await tx`update public.video_assets set audio_tracks = '[{"isDescription": true}]' where id = ${episodeAsset}`;
      expect(await featuresOf(tx, series)).toEqual(["audio_description"]);
    });
  });

  test("is a filter that others can be joined to", async () => {
    await inRollback(sql, async (tx) => {
      await stage(tx);
      await tx`update public.movies set features = '{sdh,subtitles}' where countries = '{ZZ}' and language = 'vi'`;
      await tx`update public.movies set features = '{subtitles}' where countries = '{ZZ}' and language = 'fr'`;
      const { of } = await facets(tx, {});
      expect(of("features")).toEqual({ sdh: 2, subtitles: 3 });
      expect(await listed(tx, { features: ["subtitles", "sdh"] })).toBe(2);
      expect((await facets(tx, { features: ["sdh"] })).of("languages")).toEqual({ vi: 2 });
    });
  });
});
