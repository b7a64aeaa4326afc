import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { Pool } from "pg";
import { eraseDueAccounts } from "@/lib/accounts/deletion/erase";
import { announcePremieres } from "@/lib/catalogue/reminders/announce";
import { type MediaConfig, readMediaConfig } from "@/lib/media/config";
import { MediaError } from "@/lib/media/errors";
import { TRANSCODE_QUEUE } from "@/lib/media/work/job";
import { failAbandoned, sweepObjects } from "@/lib/media/work/sweep";
import { transcode } from "@/lib/media/work/transcode";
import { sweepWorkFolders } from "@/lib/media/work/work-folder";
import { callCron } from "@/lib/platform/crons/call";
import { isDue, readCrons } from "@/lib/platform/crons/schedule";
import { requireEnv } from "@/lib/platform/env";
import { type Jobs, openJobs } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";
import vercel from "@/vercel.json";

const DELETION_QUEUE = "account-deletion";
const PREMIERE_QUEUE = "catalogue-premieres";
const PREMIERES_MS = 20_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const LOOK_AGAIN_MS = 60_000;

/** Takes jobs until it is told to stop; any number of these may run, on any number of machines. */
async function main(): Promise<void> {
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort());
  // Started by our supervisor, it must not outlive it.
  process.once("disconnect", () => stopping.abort());
  const databaseUrl = requireEnv("DATABASE_URL");
  const pool = new Pool({ connectionString: databaseUrl, max: 4, application_name: "cineverse-worker" });
  pool.on("error", (err) => log.error({ err }, "the database connection was lost"));
  const jobs = await openJobs({ databaseUrl, onError: (err) => log.error({ err }, "job queue") });
  // Who wants to be gone does not wait for ffmpeg.
  await jobs.work(DELETION_QUEUE, async ({ signal }) => {
    const erased = await eraseDueAccounts(pool, signal);
    if (erased > 0) log.info({ erased }, "accounts erased");
  });
  await jobs.work(PREMIERE_QUEUE, async ({ signal }) => {
    const done = await announcePremieres(pool, signal);
    if (done.published + done.told + done.mailed > 0) log.info(done, "premieres announced");
  });
  const premieres = every(PREMIERES_MS, stopping.signal, () => jobs.enqueue(PREMIERE_QUEUE, "due", {}));
  const hourly = everyHour(stopping.signal, () => jobs.enqueue(DELETION_QUEUE, "due", {}));
  const crons = process.connected ? keepSchedules(stopping.signal) : undefined;
  await workOnMedia(pool, jobs, stopping.signal);
  await hourly;
  await premieres;
  await crons;
  await jobs.stop();
  await pool.end();
}

async function workOnMedia(pool: Pool, jobs: Jobs, signal: AbortSignal): Promise<void> {
  const config = await untilConfigured(signal);
  if (!config) return;
  const swept = await sweepWorkFolders(config.tempFolder);
  log.info({ swept }, "worker ready");
  process.send?.("ready");
  await jobs.work(TRANSCODE_QUEUE, (run) =>
    transcode({ config, pool, onEvent: ({ message, ...event }) => log.info(event, message) }, run),
  );
  await everyHour(signal, () => tidy(pool, jobs));
}

/** Under our own supervisor nobody else calls the crons; a deployed site has Vercel for it. */
async function keepSchedules(signal: AbortSignal): Promise<void> {
  const crons = readCrons(vercel);
  for (let isFirst = true; !signal.aborted; isFirst = false) {
    await wait(MINUTE_MS - (Date.now() % MINUTE_MS), undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    const now = new Date();
    // At first all of them: what fell due while nothing ran is made up for.
    for (const { name, schedule } of crons) if (isFirst || isDue(schedule, now)) void runCron(name);
  }
}

async function runCron(name: string): Promise<void> {
  try {
    const { isOk, status } = await callCron(name);
    if (!isOk) log.warn({ cron: name, status }, "the cron did not run to its end");
  } catch (err) {
    log.warn({ err, cron: name }, "the site did not answer the cron");
  }
}

function everyHour(signal: AbortSignal, work: () => Promise<unknown>): Promise<void> {
  return every(HOUR_MS, signal, work);
}

async function every(milliseconds: number, signal: AbortSignal, work: () => Promise<unknown>): Promise<void> {
  while (!signal.aborted) {
    await work().catch((err: unknown) => log.warn({ err, milliseconds }, "could not do it; trying again"));
    await wait(milliseconds, undefined, { signal }).catch(() => undefined);
  }
}

/** Watching needs no ffmpeg: under the supervisor the worker waits for it; started by hand it says what is missing. */
async function untilConfigured(signal: AbortSignal): Promise<MediaConfig | null> {
  for (let isFirst = true; !signal.aborted; isFirst = false) {
    try {
      return await readMediaConfig();
    } catch (error) {
      if (!process.connected || !(error instanceof MediaError)) throw error;
      if (isFirst) log.warn(error.message);
      await wait(LOOK_AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  }
  return null;
}

async function tidy(pool: Pool, jobs: Jobs): Promise<void> {
  const [abandoned, orphans] = [await failAbandoned(pool, jobs), await sweepObjects(pool)];
  if (abandoned + orphans > 0) log.info({ abandoned, orphans }, "tidied");
}

main().then(
  () => process.exit(0),
  (error) => {
    if (error instanceof MediaError) process.stderr.write(`${error.message}\n`);
    else log.fatal({ err: error }, "the worker ended");
    process.exit(1);
  },
);
