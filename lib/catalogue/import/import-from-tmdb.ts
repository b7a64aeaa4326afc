import { SingleBar } from "cli-progress";
import { Pool } from "pg";
import { forgetCatalogue } from "@/lib/catalogue/import/forget-catalogue";
import type { TmdbImport } from "@/lib/catalogue/import/parse-arguments";
import { createTmdbClient, type TmdbClient, TmdbFailure } from "@/lib/catalogue/import/tmdb/client";
import { fillTitle, listUnfilled, type Unfilled } from "@/lib/catalogue/import/tmdb/fill-title";
import { findMatch } from "@/lib/catalogue/import/tmdb/find-match";
import {
  configurationSchema,
  type Details,
  detailsSchema,
  searchSchema,
} from "@/lib/catalogue/import/tmdb/schema";
import { env, requireEnv } from "@/lib/platform/env";

/** Polite to TMDB, and about as much as one laptop's image work keeps up with. */
const CONCURRENCY = 4;
const PROBLEMS_SHOWN = 20;
const UNIQUE_VIOLATION = "23505";
const SIZES = { poster: "w780", backdrop: "w1280" } as const;

export type PictureKind = keyof typeof SIZES;
/** Puts a picture into the artwork bucket and names it in the title's row. */
export type KeepPicture = (pool: Pool, movieId: string, kind: PictureKind, bytes: Buffer) => Promise<void>;

type Surroundings = {
  pool: Pool;
  client: TmdbClient;
  imageUrl: string;
  language: string;
  keepPicture: KeepPicture;
};
type Problem = { slug: string; reason: string };

/** Fills descriptions, genres, credits, ids and pictures of titles that lack them. A run that was cut off goes on where it was. */
export async function importFromTmdb(options: TmdbImport, keepPicture: KeepPicture): Promise<void> {
  const key = env().TMDB_API_KEY;
  if (!key) {
    throw new Error(
      "TMDB_API_KEY is not set. Make a free key at https://www.themoviedb.org/settings/api and put it into .env.local.",
    );
  }
  const client = createTmdbClient({ url: env().TMDB_URL, key });
  const { images } = await client.get("/configuration", {}, configurationSchema);
  const pool = new Pool({ connectionString: requireEnv("DATABASE_URL"), max: CONCURRENCY });
  try {
    const titles = await listUnfilled(pool, options.slugs, options.isForAll);
    const problems = options.slugs
      .filter((slug) => !titles.some((title) => title.slug === slug))
      .map((slug) => ({ slug, reason: "there is no such title here" }));
    const surroundings = {
      pool,
      client,
      imageUrl: images.secure_base_url,
      language: options.language,
      keepPicture,
    };
    problems.push(...(await fillAll(surroundings, titles)));
    report(titles.length, problems);
  } finally {
    // Also where it broke off: the titles before are written.
    await forgetCatalogue();
    await pool.end();
  }
}

async function fillAll(surroundings: Surroundings, titles: Unfilled[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  const waiting = titles.values();
  const bar = new SingleBar({
    format: "asking TMDB [{bar}] {percentage} % | {value}/{total} titles | {eta_formatted} left",
    noTTYOutput: true,
    notTTYSchedule: 2000,
    hideCursor: true,
  });
  bar.start(titles.length, 0);
  const work = async () => {
    // The workers share one iterator, so that each title is taken once.
    for (const title of waiting) {
      const reason = await tryFill(surroundings, title);
      if (reason) problems.push({ slug: title.slug, reason });
      bar.increment();
    }
  };
  try {
    await Promise.all(Array.from({ length: CONCURRENCY }, work));
  } finally {
    bar.stop();
  }
  return problems.toSorted((a, b) => a.slug.localeCompare(b.slug));
}

/** Why a title could not be filled, or null. */
async function tryFill(surroundings: Surroundings, title: Unfilled): Promise<string | null> {
  try {
    const details = await findDetails(surroundings, title);
    if ("reason" in details) return details.reason;
    // The words come last: with them a title counts as asked about, and a run that was cut off would pass it over.
    await keepPictures(surroundings, title, details);
    await fillTitle(surroundings.pool, title, details);
    return null;
  } catch (error) {
    if (error instanceof TmdbFailure) return error.message;
    if ((error as { code?: string }).code === UNIQUE_VIOLATION)
      return "another title here is the same one at TMDB";
    throw error;
  }
}

async function findDetails(
  { client, language }: Surroundings,
  title: Unfilled,
): Promise<Details | { reason: string }> {
  const kind = title.type === "series" ? "tv" : "movie";
  const yearName = title.type === "series" ? "first_air_date_year" : "year";
  const query = { query: title.title, language, ...(title.year && { [yearName]: String(title.year) }) };
  const { results } = await client.get(`/search/${kind}`, query, searchSchema);
  const match = findMatch(title, results);
  if ("reason" in match) return match;
  return client.get(
    `/${kind}/${match.id}`,
    { language, append_to_response: "credits,external_ids" },
    detailsSchema,
  );
}

async function keepPictures(
  { pool, client, imageUrl, keepPicture }: Surroundings,
  title: Unfilled,
  details: Details,
) {
  const missing: [PictureKind, string | null][] = [
    ["poster", title.hasPoster ? null : details.poster_path],
    ["backdrop", title.hasBackdrop ? null : details.backdrop_path],
  ];
  for (const [kind, path] of missing) {
    if (path)
      await keepPicture(pool, title.id, kind, await client.download(`${imageUrl}${SIZES[kind]}${path}`));
  }
}

function report(asked: number, problems: Problem[]): void {
  const filled = asked - problems.filter(({ reason }) => reason !== "there is no such title here").length;
  const lines = [`${filled} of ${asked} titles filled from TMDB.`];
  for (const { slug, reason } of problems.slice(0, PROBLEMS_SHOWN)) lines.push(`  ${slug}: ${reason}`);
  if (problems.length > PROBLEMS_SHOWN) lines.push(`  and ${problems.length - PROBLEMS_SHOWN} more`);
  process.stdout.write(`${lines.join("\n")}\n`);
}
