import type { Pool } from "pg";
import { clearFolder } from "@/lib/media/storage/folder";
import { TRANSCODE_QUEUE } from "@/lib/media/work/job";
import type { Jobs } from "@/lib/platform/jobs";

/** Long enough for the slowest upload to get its rows. */
const ORPHAN_HOURS = 24;
const KILLED_TOO_OFTEN =
  "The worker was stopped too often while it worked on this film: look at its log, then ingest the file again.";

/**
 * Removes objects whose owner is gone: of an asset in `media` and `uploads`, of a title in `artwork`. Answers how many
 * folders went.
 */
export async function sweepObjects(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ bucket: "media" | "uploads" | "artwork"; folder: string }>(
    `select distinct object.bucket_id as bucket, split_part(object.name, '/', 1) as folder
       from storage.objects object
      where object.bucket_id in ('media', 'uploads', 'artwork')
        and object.name ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/(source|side|video|audio|subtitles|thumbnails|poster|backdrop|candidate)[-.]'
        and object.created_at < now() - make_interval(hours => $1)
        and not exists (
          select from public.video_assets asset where asset.id::text = split_part(object.name, '/', 1)
        )
        and not exists (
          select from public.movies movie where movie.id::text = split_part(object.name, '/', 1)
        )`,
    [ORPHAN_HOURS],
  );
  for (const { bucket, folder } of rows) await clearFolder(bucket, folder);
  return rows.length;
}

/** Assets that say they are being worked on while no job holds them are marked as failed, with the reason. */
export async function failAbandoned(pool: Pool, jobs: Jobs): Promise<number> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from public.video_assets
      where status in ('queued', 'transcoding') and source_path is not null and updated_at < now() - interval '2 minutes'`,
  );
  let count = 0;
  for (const { id } of rows) {
    if ((await jobs.stateOf(TRANSCODE_QUEUE, id)) !== "none") continue;
    const { rowCount } = await pool.query(
      `update public.video_assets set status = 'failed', error_text = $2
        where id = $1 and status in ('queued', 'transcoding')`,
      [id, KILLED_TOO_OFTEN],
    );
    count += rowCount ?? 0;
  }
  return count;
}
