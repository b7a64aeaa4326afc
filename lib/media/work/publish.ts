import type { Pool, PoolClient } from "pg";
import { MediaError } from "@/lib/media/errors";
import type { Stream } from "@/lib/media/schema";
import type { Artwork } from "@/lib/media/work/artwork";
import type { EpisodePlan } from "@/lib/media/work/job";
import { cacheTags, forget } from "@/lib/platform/cache";
import { inTransaction } from "@/lib/platform/transaction";

export type Publication = {
  assetId: string;
  movieId: string;
  episode: EpisodePlan | null;
  /** Its paths relative to the bucket, as `uploadPackage` answers. */
  stream: Stream;
  /** Fills only what the title has none of; null leaves the title's pictures alone. */
  artwork: Artwork | null;
  /** The attempt that this worker holds; null for a caller that works no job, such as the seed. */
  attempt: number | null;
};

/**
 * Makes an asset watchable in one transaction: the asset is ready, its subtitles are there, the title plays it and is
 * published. Either all of it happens or nothing. Throws a MediaError (`stopped`) when a later attempt has taken over.
 */
export async function publishAsset(pool: Pool, publication: Publication): Promise<void> {
  await inTransaction(pool, async (client) => {
    await fence(client, publication);
    const episodeId = publication.episode ? await putEpisode(client, publication, publication.episode) : null;
    await finishAsset(client, publication, episodeId);
    await replaceSubtitles(client, publication);
    await publishTitle(client, publication);
  });
  await forget(cacheTags.catalogue);
}

async function fence(client: PoolClient, { assetId, attempt }: Publication): Promise<void> {
  const { rows } = await client.query<{ attempts: number; status: string }>(
    "select attempts, status from public.video_assets where id = $1 for update",
    [assetId],
  );
  const [asset] = rows;
  const isOurs =
    asset && (attempt === null || (asset.attempts === attempt && asset.status === "transcoding"));
  if (!isOurs) throw new MediaError("stopped", "Another worker has taken this film over.");
}

async function putEpisode(
  client: PoolClient,
  publication: Publication,
  episode: EpisodePlan,
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into public.episodes (movie_id, season, number, slug, title, duration_seconds, still_path, still_placeholder, asset_id)
     values ($1, $2::smallint, $3::smallint, $4, $5, $6, $7, $8, $9)
     on conflict (movie_id, season, number) do update set
       asset_id = excluded.asset_id,
       duration_seconds = excluded.duration_seconds,
       still_placeholder = case when episodes.still_path is null then excluded.still_placeholder else episodes.still_placeholder end,
       still_path = coalesce(episodes.still_path, excluded.still_path)
     returning id`,
    [
      publication.movieId,
      episode.season,
      episode.number,
      `s${String(episode.season).padStart(2, "0")}e${String(episode.number).padStart(2, "0")}`,
      episode.title,
      Math.round(publication.stream.durationSeconds),
      publication.artwork?.backdropPath ?? null,
      publication.artwork?.backdropPlaceholder ?? null,
      publication.assetId,
    ],
  );
  const id = rows[0]?.id;
  if (!id) throw new Error("The episode was not written");
  return id;
}

async function finishAsset(
  client: PoolClient,
  { assetId, movieId, stream }: Publication,
  episodeId: string | null,
) {
  await client.query(
    `update public.video_assets set
       status = 'ready', error_text = null, progress_percent = 100, hls_path = id::text, movie_id = $2, episode_id = $3,
       duration_seconds = $4, size_bytes = $5, renditions = $6, audio_tracks = $7, thumbnails_path = $8, segments = $9
     where id = $1`,
    [
      assetId,
      episodeId ? null : movieId,
      episodeId,
      stream.durationSeconds,
      stream.renditions.reduce((sum, rendition) => sum + rendition.sizeBytes, 0),
      JSON.stringify(stream.renditions),
      JSON.stringify(stream.audioTracks),
      stream.thumbnailsPath,
      JSON.stringify(stream.segments),
    ],
  );
}

async function replaceSubtitles(client: PoolClient, { assetId, stream }: Publication): Promise<void> {
  await client.query("delete from public.subtitles where asset_id = $1", [assetId]);
  for (const { language, label, kind, path, isDefault } of stream.subtitles) {
    await client.query(
      `insert into public.subtitles (asset_id, language, label, kind, path, is_default) values ($1, $2, $3, $4, $5, $6)`,
      [assetId, language, label, kind, path, isDefault],
    );
  }
}

/** A draft becomes published; a scheduled or archived title stays what its owner made it. */
async function publishTitle(client: PoolClient, { assetId, movieId, episode, stream, artwork }: Publication) {
  await client.query(
    `update public.movies set
       asset_id = case when $3 then asset_id else $2::uuid end,
       duration_seconds = case when $3 then duration_seconds else $4::integer end,
       status = case when status = 'draft' then 'published' else status end,
       published_at = coalesce(published_at, case when status = 'draft' then now() end),
       poster_placeholder = case when poster_path is null then $6 else poster_placeholder end,
       poster_path = coalesce(poster_path, $5),
       backdrop_placeholder = case when backdrop_path is null then $8 else backdrop_placeholder end,
       backdrop_path = coalesce(backdrop_path, $7),
       thumbnail_placeholder = case when thumbnail_path is null then $8 else thumbnail_placeholder end,
       thumbnail_path = coalesce(thumbnail_path, $7),
       metadata = case when $9::jsonb is null or metadata ? 'posterCandidates' then metadata
                       else metadata || jsonb_build_object('posterCandidates', $9::jsonb) end
     where id = $1`,
    [
      movieId,
      assetId,
      episode !== null,
      Math.round(stream.durationSeconds),
      artwork?.posterPath ?? null,
      artwork?.posterPlaceholder ?? null,
      artwork?.backdropPath ?? null,
      artwork?.backdropPlaceholder ?? null,
      artwork?.candidates.length ? JSON.stringify(artwork.candidates) : null,
    ],
  );
}
