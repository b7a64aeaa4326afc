import type { PoolClient } from "pg";
import { type JobWithMetadata, PgBoss } from "pg-boss";
import { HEARTBEAT_SECONDS, QUEUES, type QueueName } from "@/lib/platform/jobs/queues";

export type JobRun = {
  data: unknown;
  /** 0 on the first attempt. */
  retryCount: number;
  isLastAttempt: boolean;
  /** Fires when another worker has taken the job over, when it has run too long, or when this worker stops. */
  signal: AbortSignal;
};

export type Jobs = {
  /** Adds a job inside the caller's transaction. False when the same key is waiting or being worked already. */
  enqueue(queue: QueueName, key: string, data: object, transaction?: PoolClient): Promise<boolean>;
  /** Takes jobs until `stop`. A handler that throws gives its job back to be tried again. */
  work(queue: QueueName, handler: (job: JobRun) => Promise<void>): Promise<void>;
  /** Who has it: nobody yet, a worker, or nobody any more. */
  stateOf(queue: QueueName, key: string): Promise<"waiting" | "active" | "none">;
  /** True while a worker anywhere holds a job of this queue. */
  isBusy(queue: QueueName): Promise<boolean>;
  /** Takes a job out that nobody works on. */
  withdraw(queue: QueueName, key: string): Promise<void>;
  stop(): Promise<void>;
};

type JobsOptions = { databaseUrl: string; onError: (error: Error) => void };

/** Connects to the job queue in Postgres (pg-boss); its tables are made and kept current by itself. */
export async function openJobs({ databaseUrl, onError }: JobsOptions): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: "cineverse-jobs",
    max: 4,
    schedule: false,
    // Short rounds, so that the job of a killed worker is noticed soon after its heartbeat runs out.
    monitorIntervalSeconds: 2,
    superviseIntervalSeconds: 2,
  });
  boss.on("error", onError);
  await boss.start();
  for (const [name, options] of Object.entries(QUEUES)) await boss.createQueue(name, options);
  const stopping = new AbortController();
  return {
    enqueue: (queue, key, data, transaction) => enqueue(boss, { queue, key, data, transaction }),
    work: (queue, handler) => work(boss, { queue, handler, stopping: stopping.signal }),
    stateOf: async (queue, key) => {
      const states = (await boss.findJobs(queue, { key })).map((job) => job.state);
      if (states.includes("active")) return "active";
      return states.some((state) => state === "created" || state === "retry") ? "waiting" : "none";
    },
    isBusy: async (queue) => {
      // The queue's own statistics may be a minute old.
      const text = "select from pgboss.job where name = $1 and state = 'active' limit 1";
      return (await boss.getDb().executeSql(text, [queue])).rows.length > 0;
    },
    withdraw: async (queue, key) => {
      const waiting = (await boss.findJobs(queue, { key })).filter(
        ({ state }) => state === "created" || state === "retry",
      );
      if (waiting.length > 0)
        await boss.deleteJob(
          queue,
          waiting.map((job) => job.id),
        );
    },
    stop: async () => {
      stopping.abort(new Error("The worker stops"));
      await boss.stop({ graceful: true, timeout: HEARTBEAT_SECONDS * 1000 });
    },
  };
}

async function enqueue(
  boss: PgBoss,
  {
    queue,
    key,
    data,
    transaction,
  }: { queue: QueueName; key: string; data: object; transaction?: PoolClient },
): Promise<boolean> {
  const db = transaction && {
    executeSql: (text: string, values?: unknown[]) => transaction.query(text, values),
  };
  const id = await boss.send(queue, data, { singletonKey: key, ...(db && { db }) });
  return id !== null;
}

async function work(
  boss: PgBoss,
  {
    queue,
    handler,
    stopping,
  }: { queue: QueueName; handler: (job: JobRun) => Promise<void>; stopping: AbortSignal },
): Promise<void> {
  await boss.work(
    queue,
    { batchSize: 1, includeMetadata: true, pollingIntervalSeconds: 1, heartbeatRefreshSeconds: 3 },
    async ([job]: JobWithMetadata<unknown>[]) => {
      if (!job) return;
      await handler({
        data: job.data,
        retryCount: job.retryCount,
        isLastAttempt: job.retryCount >= job.retryLimit,
        signal: AbortSignal.any([job.signal, stopping]),
      });
    },
  );
}
