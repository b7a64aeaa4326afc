import type { Pool, PoolClient } from "pg";
import { MediaError } from "@/lib/media/errors";
import type { IngestOptions } from "@/lib/media/ingest/arguments";
import { toSlug } from "@/lib/media/ingest/names";
import type { TitlePlan } from "@/lib/media/ingest/plan";
import { claimTarget } from "@/lib/media/ingest/target";
import { TRANSCODE_QUEUE, type TranscodeJob } from "@/lib/media/work/job";
import type { Jobs } from "@/lib/platform/jobs";
import { inTransaction } from "@/lib/platform/transaction";

export type Registration = {
  assetId: string;
  sha256: string;
  sourcePath: string;
  sizeBytes: number;
  plan: TitlePlan;
  options: IngestOptions;
};

/** What this ingest made and may take back; `createdMovieId` is null when the title was there before. */
export type Registered = { assetId: string; createdMovieId: string | null };

/**
 * Makes the draft, its asset and its job in one transaction: a killed ingest leaves all of them or none. Throws a
 * MediaError when the same content was registered in the meantime.
 */
export async function register(pool: Pool, jobs: Jobs, registration: Registration): Promise<Registered> {
  return inTransaction(pool, async (client) => {
    const title = await findOrCreateTitle(client, registration);
    await addAsset(client, registration, title.id);
    const job: TranscodeJob = {
      assetId: registration.assetId,
      movieId: title.id,
      episode: registration.plan.episode,
    };
    await jobs.enqueue(TRANSCODE_QUEUE, registration.assetId, job, client);
    return { assetId: registration.assetId, createdMovieId: title.isNew ? title.id : null };
  });
}

/** Puts a failed asset of the same content back into the queue, for the title that it has. */
export async function requeue(
  pool: Pool,
  jobs: Jobs,
  registration: Registration,
  movieId: string,
): Promise<void> {
  await inTransaction(pool, async (client) => {
    const { assetId, sourcePath, sizeBytes, plan } = registration;
    await client.query(
      `update public.video_assets
          set status = 'queued', error_text = null, progress_percent = 0, source_path = $2, size_bytes = $3
        where id = $1 and status = 'failed'`,
      [assetId, sourcePath, sizeBytes],
    );
    await jobs.enqueue(TRANSCODE_QUEUE, assetId, { assetId, movieId, episode: plan.episode }, client);
  });
}

async function findOrCreateTitle(
  client: PoolClient,
  registration: Registration,
): Promise<{ id: string; isNew: boolean }> {
  const { plan, options } = registration;
  if (options.to) return { id: (await claimTarget(client, options.to)).id, isNew: false };
  if (plan.type === "series") {
    const { rows } = await client.query<{ id: string }>(
      "select id from public.movies where type = 'series' and lower(title) = lower($1) order by created_at limit 1 for update",
      [plan.title],
    );
    if (rows[0]) return { id: rows[0].id, isNew: false };
  }
  const base = toSlug(plan.title, `title-${registration.sha256.slice(0, 8)}`);
  for (let number = 1; number <= 100; number += 1) {
    const id = await insertTitle(client, registration, slugVariant(base, plan.year, number));
    if (id) return { id, isNew: true };
  }
  throw new MediaError(
    "input",
    `There are a hundred titles called “${plan.title}”: give another one with --title.`,
  );
}

function slugVariant(base: string, year: number | null, number: number): string {
  if (number === 1) return base;
  if (number === 2 && year) return `${base}-${year}`;
  return `${base}-${year ? `${year}-` : ""}${number}`;
}

async function insertTitle(
  client: PoolClient,
  { plan, options }: Registration,
  slug: string,
): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `insert into public.movies
       (slug, type, title, year, access_level, maturity_rating, description, genres, language, status)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'draft')
     on conflict (slug) do nothing returning id`,
    [
      slug,
      plan.type,
      plan.title,
      plan.year,
      options.access,
      options.maturity,
      options.description ?? null,
      options.genre,
      options.language ?? null,
    ],
  );
  return rows[0]?.id ?? null;
}

async function addAsset(client: PoolClient, registration: Registration, movieId: string): Promise<void> {
  const { rowCount } = await client.query(
    `insert into public.video_assets (id, movie_id, kind, status, source_path, source_sha256, size_bytes)
     values ($1, $2, 'main', 'queued', $3, $4, $5)
     on conflict (id) do update set movie_id = excluded.movie_id, status = 'queued', source_path = excluded.source_path,
       error_text = null, progress_percent = 0
     where video_assets.status = 'failed' and num_nonnulls(video_assets.movie_id, video_assets.episode_id) = 0`,
    [registration.assetId, movieId, registration.sourcePath, registration.sha256, registration.sizeBytes],
  );
  if (!rowCount)
    throw new MediaError("input", "This file is being ingested at this moment by somebody else.");
}

/** Refuses a second video for one episode. */
export async function requireFreeEpisode(pool: Pool, plan: TitlePlan): Promise<void> {
  if (!plan.episode) return;
  const { rowCount } = await pool.query(
    `select from public.episodes episode
       join public.movies movie on movie.id = episode.movie_id
      where movie.type = 'series' and lower(movie.title) = lower($1)
        and episode.season = $2 and episode.number = $3 and episode.asset_id is not null`,
    [plan.title, plan.episode.season, plan.episode.number],
  );
  if (!rowCount) return;
  const { season, number } = plan.episode;
  throw new MediaError(
    "input",
    `“${plan.title}” has a season ${season}, episode ${number} already: give another number with --season and --episode.`,
  );
}
