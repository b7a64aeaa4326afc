import type { Pool } from "pg";
import { cleanLine } from "@/lib/catalogue/import/clean-text";
import { WRITE_CREDITS } from "@/lib/catalogue/import/statements";
import type { Details } from "@/lib/catalogue/import/tmdb/schema";
import { toCredits } from "@/lib/catalogue/import/tmdb/to-credits";
import { writePeople } from "@/lib/catalogue/import/write-titles";
import { inTransaction } from "@/lib/platform/transaction";

export type Unfilled = {
  id: string;
  slug: string;
  type: "movie" | "series";
  title: string;
  originalTitle: string | null;
  year: number | null;
  hasPoster: boolean;
  hasBackdrop: boolean;
  hasCredits: boolean;
};

/** Titles that lack something and that TMDB was not asked about yet; `isForAll` asks about every title again. */
export async function listUnfilled(pool: Pool, slugs: string[], isForAll: boolean): Promise<Unfilled[]> {
  const { rows } = await pool.query<Unfilled>(
    `select movie.id, movie.slug, movie.type, movie.title, movie.original_title as "originalTitle", movie.year,
       movie.poster_path is not null as "hasPoster", movie.backdrop_path is not null as "hasBackdrop",
       known.credits as "hasCredits"
     from public.movies movie
     cross join lateral (
       select exists (select from public.credits credit where credit.movie_id = movie.id) as credits
     ) known
     where case when cardinality($1::text[]) > 0 then movie.slug = any ($1)
       else $2 or (movie.tmdb_id is null and (
         movie.description is null or movie.genres = '{}' or movie.poster_path is null
         or movie.backdrop_path is null or not known.credits))
       end
     order by movie.slug`,
    [slugs, isForAll],
  );
  return rows;
}

/** Fills what is empty and never writes over what somebody wrote. */
export async function fillTitle(pool: Pool, title: Unfilled, details: Details): Promise<void> {
  const credits = title.hasCredits ? [] : toCredits(details);
  await inTransaction(pool, async (client) => {
    await client.query(
      `update public.movies set
         tmdb_id = $2, imdb_id = coalesce(imdb_id, $3), description = coalesce(description, $4),
         tagline = coalesce(tagline, $5), genres = case when genres = '{}' then $6 else genres end,
         duration_seconds = coalesce(duration_seconds, $7), language = coalesce(language, $8)
       where id = $1`,
      [title.id, details.id, imdbId(details), ...wordsOf(details)],
    );
    if (credits.length === 0) return;
    await writePeople(
      client,
      credits.map(({ person, name }) => ({ slug: person, name })),
    );
    const rows = credits.map((credit) => ({ ...credit, movie: title.slug }));
    await client.query(WRITE_CREDITS, [JSON.stringify(rows), [title.slug]]);
  });
}

function wordsOf({ overview, tagline, genres, runtime, original_language: language }: Details) {
  return [
    overview && cleanLine(overview, 5000),
    tagline && cleanLine(tagline, 300),
    genres.map(({ name }) => cleanLine(name, 60)).slice(0, 30),
    runtime ? runtime * 60 : null,
    language && /^[a-z]{2,3}$/.test(language) ? language : null,
  ];
}

function imdbId({ imdb_id, external_ids }: Details): string | null {
  const id = imdb_id ?? external_ids?.imdb_id ?? null;
  return id && /^tt[0-9]{5,10}$/.test(id) ? id : null;
}
