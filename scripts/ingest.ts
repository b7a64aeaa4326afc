import path from "node:path";
import process from "node:process";
import { Pool } from "pg";
import { type MediaConfig, readMediaConfig } from "@/lib/media/config";
import { MediaError, reasonOf } from "@/lib/media/errors";
import { readArguments, USAGE } from "@/lib/media/ingest/arguments";
import { findVideos } from "@/lib/media/ingest/find-files";
import { type IngestContext, type IngestOutcome, ingestFile } from "@/lib/media/ingest/ingest-file";
import { requireOptionsForMany } from "@/lib/media/ingest/plan";
import { ProgressBar } from "@/lib/media/ingest/progress-bar";
import { TRANSCODE_QUEUE } from "@/lib/media/work/job";
import { transcode } from "@/lib/media/work/transcode";
import { sweepWorkFolders } from "@/lib/media/work/work-folder";
import { openJobs } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";

const EXIT = { done: 0, failed: 1, wrongUse: 2, stopped: 130 } as const;
const SAID: Record<IngestOutcome["kind"], (title: string) => string> = {
  published: (title) => `“${title}” can be watched now.`,
  queued: (title) => `“${title}” waits for a worker (npm run worker).`,
  present: (title) => `This file is there already as “${title}”. Use --again to make a second title of it.`,
  "in progress": (title) => `This file is being made already, as “${title}”.`,
};

async function main(): Promise<number> {
  const given = readArguments(process.argv.slice(2));
  if (!given) {
    process.stdout.write(`${USAGE}\n`);
    return EXIT.done;
  }
  const files = await findVideos(given.path);
  requireOptionsForMany(files, given.options);
  const config = await readMediaConfig();
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => stopping.abort(new MediaError("stopped", "Stopped.")));
  }
  return withServices(config, (services) =>
    ingestAll({ ...services, config, options: given.options, signal: stopping.signal }, files),
  );
}

type Services = Pick<IngestContext, "pool" | "jobs" | "localSources" | "workHere">;

async function withServices(
  config: MediaConfig,
  use: (services: Services) => Promise<number>,
): Promise<number> {
  await sweepWorkFolders(config.tempFolder);
  const pool = new Pool({
    connectionString: config.databaseUrl,
    max: 4,
    application_name: "cineverse-ingest",
  });
  pool.on("error", (err) => log.debug({ err }, "the database connection was lost"));
  try {
    const jobs = await openJobs({ ...config, onError: (err) => log.debug({ err }, "job queue") });
    const localSources: IngestContext["localSources"] = new Map();
    let isWorking = false;
    const workHere = async () => {
      if (isWorking) return;
      isWorking = true;
      await jobs.work(TRANSCODE_QUEUE, (run) => transcode({ config, pool, localSources }, run));
    };
    return await use({ pool, jobs, localSources, workHere }).finally(() => jobs.stop());
  } finally {
    await pool.end();
  }
}

async function ingestAll(context: Omit<IngestContext, "onStage">, files: string[]): Promise<number> {
  const bar = new ProgressBar();
  let failures = 0;
  for (const file of files) {
    const name = files.length > 1 ? `${path.basename(file)}: ` : "";
    try {
      const outcome = await ingestFile(
        { ...context, onStage: (stage, percent) => bar.show(stage, percent) },
        file,
      );
      bar.stop();
      process.stdout.write(`${name}${SAID[outcome.kind](outcome.title)}\n`);
    } catch (error) {
      bar.stop();
      if (context.signal.aborted) return sayStopped();
      if (!(error instanceof MediaError) || (error.problem === "environment" && files.length === 1))
        throw error;
      failures += 1;
      process.stderr.write(`${name}${error.message}\n`);
    }
  }
  return failures > 0 ? EXIT.failed : EXIT.done;
}

function sayStopped(): number {
  process.stderr.write(
    "Stopped. What was already queued is kept: run the same command again, or npm run worker.\n",
  );
  return EXIT.stopped;
}

function explain(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  const reason = reasonOf(error);
  if (reason) return reason;
  if (code === "ECONNREFUSED") return "The database does not answer: start everything with npm start first.";
  log.debug({ err: error }, "ingest failed");
  return `It did not work: ${(error as Error).message}`;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(error instanceof MediaError && error.problem === "input" ? EXIT.wrongUse : EXIT.failed);
  },
);
