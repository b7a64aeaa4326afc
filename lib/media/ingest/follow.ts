import { setTimeout as wait } from "node:timers/promises";
import type { Pool } from "pg";
import { MediaError } from "@/lib/media/errors";
import { TRANSCODE_QUEUE } from "@/lib/media/work/job";
import type { Jobs } from "@/lib/platform/jobs";

const LOOK_EVERY_MS = 400;
/** A running worker looks for work every second; when nobody takes the job for so long, nobody is there. */
const PATIENCE_MS = 3500;

type Options = { signal: AbortSignal; onPercent: (percent: number) => void; workHere: () => Promise<void> };
type AssetState = { status: string; progress_percent: number; error_text: string | null };

/**
 * Waits until an asset is ready, whoever works on it; when no worker is there, calls `workHere` once. Throws a
 * MediaError with the worker's reason when the film cannot be made.
 */
export async function followAsset(pool: Pool, jobs: Jobs, assetId: string, options: Options): Promise<void> {
  const since = Date.now();
  let isWorkingHere = false;
  for (;;) {
    options.signal.throwIfAborted();
    const { rows } = await pool.query<AssetState>(
      "select status, progress_percent, error_text from public.video_assets where id = $1",
      [assetId],
    );
    const [asset] = rows;
    if (!asset) throw new MediaError("stopped", "Somebody deleted this title while it was made.");
    options.onPercent(asset.progress_percent);
    if (asset.status === "ready") return;
    if (asset.status === "failed")
      throw new MediaError("input", asset.error_text ?? "This film could not be made.");
    if (!isWorkingHere && Date.now() - since > PATIENCE_MS && (await isUnattended(jobs, assetId))) {
      isWorkingHere = true;
      await options.workHere();
    }
    await wait(LOOK_EVERY_MS, undefined, { signal: options.signal }).catch(() => undefined);
  }
}

async function isUnattended(jobs: Jobs, assetId: string): Promise<boolean> {
  return (await jobs.stateOf(TRANSCODE_QUEUE, assetId)) !== "active" && !(await jobs.isBusy(TRANSCODE_QUEUE));
}
