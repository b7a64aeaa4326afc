import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Pool } from "pg";
import type { MediaConfig } from "@/lib/media/config";
import { isInputProblem, reasonOf } from "@/lib/media/errors";
import { packageSource } from "@/lib/media/pipeline/package";
import { Stages } from "@/lib/media/pipeline/stages";
import { clearFolder } from "@/lib/media/storage/folder";
import { uploadPackage } from "@/lib/media/storage/upload-package";
import { removeArtwork, uploadArtwork } from "@/lib/media/work/artwork";
import { type Claim, claimAsset, giveUp, reportProgress } from "@/lib/media/work/assets";
import { type TranscodeJob, transcodeJobSchema } from "@/lib/media/work/job";
import { publishAsset } from "@/lib/media/work/publish";
import { fetchSource, type LocalSource } from "@/lib/media/work/source";
import { inWorkFolder } from "@/lib/media/work/work-folder";
import type { JobRun } from "@/lib/platform/jobs";

export type WorkContext = {
  config: Pick<MediaConfig, "tools" | "tempFolder">;
  pool: Pool;
  /** Files that were ingested by this very process, by asset: they need not be downloaded. */
  localSources?: ReadonlyMap<string, LocalSource>;
  onEvent?: (event: {
    assetId: string;
    attempt: number;
    message: string;
    percent?: number;
    err?: unknown;
  }) => void;
};

const REPORT_EVERY_MS = 1000;
const INTERRUPTED = "The worker was stopped; the next one begins anew.";
const UNEXPECTED = "Something went wrong: the worker's log says what.";

/**
 * Works one job from the source to the published title. Whatever happens, only the last step shows anything to
 * viewers, and a repeated attempt writes the same objects under the same names. Throws when the job is to be tried
 * again; an input that can never work marks the asset as failed and ends the job.
 */
export async function transcode(context: WorkContext, run: JobRun): Promise<void> {
  const job = transcodeJobSchema.parse(run.data);
  const claim = await claimAsset(context.pool, job.assetId);
  if (!claim) return removeIfGone(context, job);
  const say = (message: string, more: { percent?: number; err?: unknown } = {}) =>
    context.onEvent?.({ assetId: claim.assetId, attempt: claim.attempt, message, ...more });
  say("started");
  try {
    await inWorkFolder(context.config.tempFolder, claim.assetId, (folder) =>
      produce(context, { job, claim, folder, signal: run.signal }),
    );
    say("published", { percent: 100 });
  } catch (error) {
    const isFinal = isInputProblem(error) || (run.isLastAttempt && !run.signal.aborted);
    const reason = run.signal.aborted ? INTERRUPTED : (reasonOf(error) ?? UNEXPECTED);
    if (isFinal) await removeResults(job);
    await giveUp(context.pool, claim, { status: isFinal ? "failed" : "queued", reason });
    say(isFinal ? "failed" : "will be tried again", { err: error });
    if (!isFinal) throw error;
  }
}

async function produce(
  context: WorkContext,
  { job, claim, folder, signal }: { job: TranscodeJob; claim: Claim; folder: string; signal: AbortSignal },
): Promise<void> {
  const stages = new Stages({ fetch: 2, make: 93, upload: 5 }, reporter(context, claim));
  const local = context.localSources?.get(claim.assetId);
  const { sourcePath, sideFiles } = await fetchSource({ ...claim, local }, folder, signal);
  const output = path.join(folder, "package");
  await mkdir(output);
  const onProgress = stages.of("make");
  const { posters } = await packageSource(context.config.tools, {
    sourcePath,
    sideFiles,
    folder: output,
    signal,
    onProgress,
  });
  const stream = await uploadPackage(output, claim.assetId, { signal, onFraction: stages.of("upload") });
  const artwork = await uploadArtwork(context.pool, output, posters, job);
  signal.throwIfAborted();
  await publishAsset(context.pool, { ...job, stream, artwork, attempt: claim.attempt });
}

/** Writes progress to the asset's row at most once a second; a lost report harms nothing. */
function reporter(context: WorkContext, claim: Claim): (fraction: number) => void {
  let last = 0;
  let percent = 0;
  return (fraction) => {
    const now = Date.now();
    if (now - last < REPORT_EVERY_MS || fraction * 100 - percent < 1) return;
    last = now;
    percent = Math.floor(fraction * 100);
    reportProgress(context.pool, claim, percent).catch(() => undefined);
    context.onEvent?.({ assetId: claim.assetId, attempt: claim.attempt, message: "working", percent });
  };
}

/** The title may have been deleted while its job waited; then nothing of it stays in the storage. */
async function removeIfGone({ pool }: WorkContext, job: TranscodeJob): Promise<void> {
  const { assetId } = job;
  const { rowCount } = await pool.query("select from public.video_assets where id = $1", [assetId]);
  if (rowCount) return;
  await clearFolder("uploads", assetId);
  await removeResults(job);
}

async function removeResults(job: TranscodeJob): Promise<void> {
  await clearFolder("media", job.assetId);
  await removeArtwork(job);
}
