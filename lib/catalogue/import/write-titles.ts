import type { PoolClient } from "pg";
import { toSlug } from "@/lib/catalogue/import/clean-text";
import type { ImportedCategory, ImportedPerson } from "@/lib/catalogue/import/format";
import type { ReadyTitle } from "@/lib/catalogue/import/read-titles";
import { WRITE_CREDITS, WRITE_EPISODES, WRITE_MOVIES } from "@/lib/catalogue/import/statements";

export type WriteOptions = {
  /** Given to titles that do not say. */
  maturityRating: number;
  status: "draft" | "published";
};

export async function writeCategories(client: PoolClient, categories: ImportedCategory[]): Promise<void> {
  await client.query(
    `insert into public.categories (slug, name, description, position)
     select * from jsonb_to_recordset($1) as c (slug text, name text, description text, position integer)
     on conflict (slug) do update
       set name = excluded.name, description = excluded.description, position = excluded.position`,
    [JSON.stringify(categories)],
  );
}

export async function writePeople(client: PoolClient, people: ImportedPerson[]): Promise<void> {
  await client.query(
    `insert into public.people (slug, name, biography)
     select distinct on (p.slug) p.slug, p.name, p.biography
     from jsonb_to_recordset($1) as p (slug text, name text, biography text)
     on conflict (slug) do update
       set name = excluded.name, biography = coalesce(excluded.biography, people.biography)
       where (people.name, people.biography)
         is distinct from (excluded.name, coalesce(excluded.biography, people.biography))`,
    [JSON.stringify(people)],
  );
}

/** Writes a batch in one transaction of the caller; the same titles again bring the rows up to date. Returns how many are new. */
export async function writeTitles(
  client: PoolClient,
  titles: ReadyTitle[],
  options: WriteOptions,
): Promise<number> {
  const credits = titles.flatMap(toCreditRows);
  await writePeople(
    client,
    credits
      .filter(({ name }) => name !== null)
      .map(({ person, name }) => ({ slug: person, name: name ?? person })),
  );
  const movies = await client.query(WRITE_MOVIES, [
    JSON.stringify(titles.map(toMovieRow)),
    options.status,
    options.maturityRating,
  ]);
  const slugs = titles.map(({ slug }) => slug);
  await client.query(WRITE_CREDITS, [JSON.stringify(credits), slugs]);
  const episodes = titles.flatMap(toEpisodeRows);
  if (episodes.length > 0) await client.query(WRITE_EPISODES, [JSON.stringify(episodes)]);
  return movies.rows.filter((row: { is_new: boolean }) => row.is_new).length;
}

function toMovieRow({ translations, ...title }: ReadyTitle) {
  return {
    slug: title.slug,
    type: title.type,
    title: title.title,
    original_title: title.originalTitle,
    tagline: title.tagline,
    description: title.description,
    plot: title.plot,
    year: title.year,
    duration_seconds: title.durationSeconds === undefined ? undefined : Math.round(title.durationSeconds),
    language: title.language,
    countries: title.countries,
    genres: title.genres,
    keywords: title.keywords,
    maturity_rating: title.maturityRating,
    imdb_rating: title.imdbRating,
    imdb_id: title.imdbId,
    tmdb_id: title.tmdbId,
    access_level: title.accessLevel,
    category: title.category,
    featured: title.featured,
    published_at: title.publishedAt,
    metadata: translations ? { translations } : {},
  };
}

/** A credit names a person of the file by slug, or anybody by name. */
function toCreditRows(title: ReadyTitle) {
  return title.credits.map(({ person, role, character }, position) => {
    const isSlug = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(person);
    return {
      movie: title.slug,
      person: toSlug(person),
      name: isSlug ? null : person,
      role,
      character,
      position,
    };
  });
}

function toEpisodeRows(title: ReadyTitle) {
  return title.seasons.flatMap(({ season, episodes }) =>
    episodes.map((episode) => ({
      movie: title.slug,
      season,
      number: episode.number,
      slug: episode.slug ?? `s${season}e${episode.number}-${toSlug(episode.title, 100)}`,
      title: episode.title,
      description: episode.description,
      duration_seconds:
        episode.durationSeconds === undefined ? undefined : Math.round(episode.durationSeconds),
    })),
  );
}
