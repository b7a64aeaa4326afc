import type { Pool } from "pg";
import { z } from "zod";
import { ASSET_STATUSES } from "@/lib/media/schema";

const rowSchema = z.object({
  id: z.uuid(),
  status: z.enum(ASSET_STATUSES),
  title: z.string().nullable(),
  movie_id: z.uuid().nullable(),
});

export type ExistingAsset = {
  assetId: string;
  status: z.infer<typeof rowSchema>["status"];
  title: string;
  movieId: string | null;
};

/** The asset that was made of this very content before, whatever its file was called; null for new content. */
export async function findByContent(pool: Pool, sha256: string): Promise<ExistingAsset | null> {
  const { rows } = await pool.query(
    `select asset.id, asset.status, movie.id as movie_id,
            movie.title || case when episode.id is null then ''
              else format(', season %s, episode %s', episode.season, episode.number) end as title
       from public.video_assets asset
       left join public.episodes episode on episode.id = asset.episode_id
       left join public.movies movie on movie.id = coalesce(asset.movie_id, episode.movie_id)
      where asset.source_sha256 = $1
      order by asset.status = 'failed', asset.created_at
      limit 1`,
    [sha256],
  );
  if (rows.length === 0) return null;
  const { id, status, title, movie_id } = rowSchema.parse(rows[0]);
  return { assetId: id, status, title: title ?? "an upload without a title", movieId: movie_id };
}
