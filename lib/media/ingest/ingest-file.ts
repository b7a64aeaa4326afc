import { randomUUID } from "node:crypto";
import { mkdir, stat } from "node:fs/promises";
import type { Pool } from "pg";
import type { MediaConfig } from "@/lib/media/config";
import { isInputProblem } from "@/lib/media/errors";
import type { IngestOptions } from "@/lib/media/ingest/arguments";
import { assetIdOf, hashFile } from "@/lib/media/ingest/content-hash";
import { type ExistingAsset, findByContent } from "@/lib/media/ingest/existing";
import { followAsset } from "@/lib/media/ingest/follow";
import { planTitle, type TitlePlan } from "@/lib/media/ingest/plan";
import {
  type Registered,
  type Registration,
  register,
  requeue,
  requireFreeEpisode,
} from "@/lib/media/ingest/register";
import { removeTraces } from "@/lib/media/ingest/remove";
import { requireTarget } from "@/lib/media/ingest/target";
import { uploadSource } from "@/lib/media/ingest/upload-source";
import { ladderOf } from "@/lib/media/pipeline/package";
import { probe } from "@/lib/media/pipeline/probe";
import { requireSpace } from "@/lib/media/pipeline/space";
import { verifyWhole } from "@/lib/media/pipeline/verify";
import { clearFolder } from "@/lib/media/storage/folder";
import { findSideFiles, type SideFile } from "@/lib/media/subtitles/side-files";
import type { LocalSource } from "@/lib/media/work/source";
import type { Jobs } from "@/lib/platform/jobs";

export type IngestStage = "Checking" | "Copying" | "Transcoding";
export type IngestContext = {
  config: MediaConfig;
  pool: Pool;
  jobs: Jobs;
  options: IngestOptions;
  signal: AbortSignal;
  /** Shared with the work that this process may do itself. */
  localSources: Map<string, LocalSource>;
  /** Starts taking jobs in this process; called at most once a file. */
  workHere: () => Promise<void>;
  onStage: (stage: IngestStage, percent: number) => void;
};
export type IngestOutcome = { kind: "published" | "queued" | "present" | "in progress"; title: string };

/**
 * Makes one file a title: checked, copied into the storage, registered, and followed until it can be watched. Throws a
 * MediaError; whatever was made for a file that cannot be a film is taken back first.
 */
export async function ingestFile(context: IngestContext, file: string): Promise<IngestOutcome> {
  const { pool, jobs, options } = context;
  const plan = await planFor(context, file);
  const { sha256, sizeBytes } = await check(context, file);
  const existing = options.again ? null : await findByContent(pool, sha256);
  if (existing && existing.status !== "failed") return resume(context, existing);
  await requireFreeEpisode(pool, plan);
  const assetId = existing?.assetId ?? (options.again ? randomUUID() : assetIdOf(sha256));
  const sideFiles = await findSideFiles(file);
  context.localSources.set(assetId, { path: file, sizeBytes, sideFiles });
  const sourcePath = await copy(context, { assetId, file, sideFiles });
  const registration = { assetId, sha256, sourcePath, sizeBytes, plan, options };
  if (existing?.movieId) {
    await requeue(pool, jobs, registration, existing.movieId);
    return finish(context, { assetId, title: existing.title, made: null });
  }
  const made = await registerOrClear(context, registration);
  return finish(context, { assetId, title: titleOf(plan), made });
}

/** What the file is to become; said before anything is copied when it cannot become that. */
async function planFor({ pool, options }: IngestContext, file: string): Promise<TitlePlan> {
  if (!options.to) return planTitle(file, options);
  const { title, year } = await requireTarget(pool, options.to);
  return { type: "movie", title, year, episode: null };
}

/** A file that finds no title to belong to leaves no copy, unless another ingest of the same content reads it. */
async function registerOrClear(
  { pool, jobs }: IngestContext,
  registration: Registration,
): Promise<Registered> {
  try {
    return await register(pool, jobs, registration);
  } catch (error) {
    const { rowCount } = await pool.query("select from public.video_assets where id = $1", [
      registration.assetId,
    ]);
    if (!rowCount) await clearFolder("uploads", registration.assetId);
    throw error;
  }
}

/** Waits for the film. One that cannot be made leaves nothing of what this ingest made for it. */
async function finish(
  context: IngestContext,
  { assetId, title, made }: { assetId: string; title: string; made: Registered | null },
): Promise<IngestOutcome> {
  if (context.options.queue) return { kind: "queued", title };
  try {
    await follow(context, assetId);
    return { kind: "published", title };
  } catch (error) {
    if (made && isInputProblem(error) && !context.signal.aborted)
      await removeTraces(context.pool, context.jobs, made);
    throw error;
  }
}

/** Everything that can be known before anything is made. */
async function check({ config, signal, onStage }: IngestContext, file: string) {
  onStage("Checking", 0);
  const { size: sizeBytes } = await stat(file);
  const source = await probe(config.tools, file, signal);
  const onFraction = (fraction: number) => onStage("Checking", fraction * 50);
  const seconds = await verifyWhole(config.tools, source, { signal, onFraction });
  await mkdir(config.tempFolder, { recursive: true, mode: 0o700 });
  await requireSpace(config.tempFolder, ladderOf(source), seconds, sizeBytes);
  const sha256 = await hashFile(file, (bytes) => onStage("Checking", 50 + (50 * bytes) / sizeBytes), signal);
  return { sha256, sizeBytes };
}

async function copy(
  { onStage, signal }: IngestContext,
  source: { assetId: string; file: string; sideFiles: SideFile[] },
): Promise<string> {
  try {
    return await uploadSource(source, {
      signal,
      onFraction: (fraction) => onStage("Copying", fraction * 100),
    });
  } catch (error) {
    await clearFolder("uploads", source.assetId).catch(() => undefined);
    throw error;
  }
}

function follow({ pool, jobs, signal, workHere, onStage }: IngestContext, assetId: string): Promise<void> {
  return followAsset(pool, jobs, assetId, {
    signal,
    workHere,
    onPercent: (percent) => onStage("Transcoding", percent),
  });
}

/** The same content again: it is there, or somebody (perhaps a killed ingest) began it, and then it is waited for. */
async function resume(
  context: IngestContext,
  { assetId, status, title }: ExistingAsset,
): Promise<IngestOutcome> {
  if (status === "ready") return { kind: "present", title };
  if (context.options.queue) return { kind: "in progress", title };
  await follow(context, assetId);
  return { kind: "published", title };
}

function titleOf({ title, episode }: TitlePlan): string {
  return episode ? `${title}, season ${episode.season}, episode ${episode.number}` : title;
}
