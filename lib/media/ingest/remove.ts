import type { Pool } from "pg";
import type { Registered } from "@/lib/media/ingest/register";
import { clearFolder } from "@/lib/media/storage/folder";
import { TRANSCODE_QUEUE } from "@/lib/media/work/job";
import type { Jobs } from "@/lib/platform/jobs";

/** Takes back what an ingest made: rows, objects, job. A title that others use by now stays. */
export async function removeTraces(
  pool: Pool,
  jobs: Jobs,
  { assetId, createdMovieId }: Registered,
): Promise<void> {
  await jobs.withdraw(TRANSCODE_QUEUE, assetId);
  await pool.query("delete from public.video_assets where id = $1 and status <> 'ready'", [assetId]);
  if (createdMovieId) {
    await pool.query(
      `delete from public.movies movie
        where movie.id = $1 and movie.status = 'draft'
          and not exists (select from public.video_assets asset where asset.movie_id = movie.id)
          and not exists (select from public.episodes episode where episode.movie_id = movie.id)`,
      [createdMovieId],
    );
  }
  await clearFolder("media", assetId);
  await clearFolder("uploads", assetId);
}
