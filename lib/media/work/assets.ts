import type { Pool } from "pg";
import { z } from "zod";

const claimSchema = z.object({ attempts: z.number(), source_path: z.string() });

export type Claim = { assetId: string; attempt: number; sourcePath: string };

/**
 * Marks the asset as being worked on and counts the attempt. The number fences: only the latest attempt may report
 * or publish. Null when there is nothing left to do (it is ready, or it was removed).
 */
export async function claimAsset(pool: Pool, assetId: string): Promise<Claim | null> {
  const { rows } = await pool.query(
    `update public.video_assets
        set status = 'transcoding', attempts = attempts + 1, progress_percent = 0, error_text = null
      where id = $1 and status <> 'ready' and source_path is not null
      returning attempts, source_path`,
    [assetId],
  );
  if (rows.length === 0) return null;
  const { attempts, source_path } = claimSchema.parse(rows[0]);
  return { assetId, attempt: attempts, sourcePath: source_path };
}

export async function reportProgress(
  pool: Pool,
  { assetId, attempt }: Claim,
  percent: number,
): Promise<void> {
  await pool.query(
    `update public.video_assets set progress_percent = $3
      where id = $1 and attempts = $2 and status = 'transcoding' and progress_percent < $3`,
    [assetId, attempt, Math.min(99, Math.floor(percent))],
  );
}

/** `failed` is for good; `queued` waits for the next attempt, with the reason of this one. */
export async function giveUp(
  pool: Pool,
  { assetId, attempt }: Claim,
  { status, reason }: { status: "failed" | "queued"; reason: string },
): Promise<void> {
  await pool.query(
    `update public.video_assets set status = $3, error_text = $4, progress_percent = 0
      where id = $1 and attempts = $2 and status = 'transcoding'`,
    [assetId, attempt, status, reason.slice(0, 5000)],
  );
}
