import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { Pool } from "pg";
import { type MediaConfig, readMediaConfig } from "@/lib/media/config";
import { MediaError } from "@/lib/media/errors";
import { TRANSCODE_QUEUE } from "@/lib/media/work/job";
import { failAbandoned, sweepObjects } from "@/lib/media/work/sweep";
import { transcode } from "@/lib/media/work/transcode";
import { sweepWorkFolders } from "@/lib/media/work/work-folder";
import { type Jobs, openJobs } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";

const HOUR_MS = 3_600_000;
const LOOK_AGAIN_MS = 60_000;

/** Takes jobs until it is told to stop; any number of these may run, on any number of machines. */
async function main(): Promise<void> {
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort());
  // Started by our supervisor, it must not outlive it.
  process.once("disconnect", () => stopping.abort());
  const config = await untilConfigured(stopping.signal);
  if (!config) return;
  const pool = new Pool({
    connectionString: config.databaseUrl,
    max: 4,
    application_name: "cineverse-worker",
  });
  pool.on("error", (err) => log.error({ err }, "the database connection was lost"));
  const jobs = await openJobs({
    databaseUrl: config.databaseUrl,
    onError: (err) => log.error({ err }, "job queue"),
  });
  const swept = await sweepWorkFolders(config.tempFolder);
  log.info({ swept }, "worker ready");
  process.send?.("ready");
  await jobs.work(TRANSCODE_QUEUE, (run) =>
    transcode({ config, pool, onEvent: ({ message, ...event }) => log.info(event, message) }, run),
  );
  while (!stopping.signal.aborted) {
    await tidy(pool, jobs);
    await wait(HOUR_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
  }
  await jobs.stop();
  await pool.end();
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
  try {
    const [abandoned, orphans] = [await failAbandoned(pool, jobs), await sweepObjects(pool)];
    if (abandoned + orphans > 0) log.info({ abandoned, orphans }, "tidied");
  } catch (err) {
    log.warn({ err }, "could not tidy; trying again in an hour");
  }
}

main().then(
  () => process.exit(0),
  (error) => {
    if (error instanceof MediaError) process.stderr.write(`${error.message}\n`);
    else log.fatal({ err: error }, "the worker ended");
    process.exit(1);
  },
);
