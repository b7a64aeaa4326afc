import { setTimeout as wait } from "node:timers/promises";
import type { Client } from "pg";
import { LogicalReplicationService, type Pgoutput, PgoutputPlugin } from "pg-logical-replication";

export type LogMessage = Pgoutput.Message;

export type StreamEvents = {
  /** May return a promise: reading pauses until it settles. */
  onMessage(message: LogMessage): Promise<void> | undefined;
  /** Every change committed after this call will be heard, until the next call. */
  onReady(): void;
  onLost(): void;
};

const PUBLICATIONS = ["supabase_realtime", "supabase_realtime_messages_publication"];
const SHORTEST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;

/** Values are kept in Postgres' text form: the database itself turns them into JSON later. */
const asText = (text: unknown) => text;

/**
 * Reads through a temporary slot: it goes with its connection, so that no killed process leaves a slot behind that
 * would hold back the log for ever.
 */
class TemporarySlotPlugin extends PgoutputPlugin {
  override parse(buffer: Buffer): LogMessage {
    const message = super.parse(buffer);
    if (message.tag === "relation") for (const column of message.columns) column.parser = asText;
    return message;
  }

  override async start(client: Client, slotName: string, lastLsn: string): Promise<unknown> {
    // The replication grammar knows its keywords in capitals only.
    await client.query(`CREATE_REPLICATION_SLOT "${slotName}" TEMPORARY LOGICAL pgoutput NOEXPORT_SNAPSHOT`);
    return super.start(client, slotName, lastLsn);
  }
}

/** Follows the log of the publications and reconnects by itself until closed. */
export function openStream(connectionString: string, events: StreamEvents): { close(): Promise<void> } {
  let current: LogicalReplicationService | undefined;
  let isClosed = false;
  const stopped = new AbortController();

  async function follow(): Promise<void> {
    let pause = SHORTEST_PAUSE_MS;
    while (!isClosed) {
      const service = openService(connectionString, events, () => {
        pause = SHORTEST_PAUSE_MS;
      });
      current = service;
      await readUntilLost(service);
      events.onLost();
      await wait(pause, undefined, { signal: stopped.signal }).catch(() => {});
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }

  const following = follow();
  return {
    async close() {
      isClosed = true;
      stopped.abort();
      await Promise.race([current?.stop().catch(() => {}), wait(1_000)]);
      await Promise.race([following, wait(1_000)]);
    },
  };
}

function openService(connectionString: string, events: StreamEvents, onStart: () => void) {
  const service = new LogicalReplicationService(
    {
      connectionString,
      application_name: "realtime-stream",
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      options: "-c datestyle=ISO -c timezone=UTC -c intervalstyle=postgres -c bytea_output=hex",
    },
    // In turn, so that an asynchronous handler cannot reorder changes.
    { acknowledge: { auto: false, timeoutSeconds: 10 }, flowControl: { enabled: true } },
  );
  service.on("data", (_lsn: string, message: LogMessage) => events.onMessage(message));
  service.on("heartbeat", (lsn: string, _timestamp: number, shouldRespond: boolean) => {
    if (shouldRespond) void service.acknowledge(lsn);
  });
  service.on("start", () => {
    onStart();
    events.onReady();
  });
  return service;
}

/** Resolves when the connection is gone, for whatever reason. */
async function readUntilLost(service: LogicalReplicationService): Promise<void> {
  const plugin = new TemporarySlotPlugin({ protoVersion: 1, publicationNames: PUBLICATIONS });
  const slotName = `realtime_${process.pid}_${Date.now().toString(36)}`;
  const failed = new Promise<never>((_, reject) => service.on("error", reject));
  try {
    await Promise.race([failed, service.subscribe(plugin, slotName)]);
  } catch (error) {
    console.error(`realtime: the change stream ended: ${(error as Error).message}`);
  }
  await Promise.race([service.stop().catch(() => {}), wait(1_000)]);
}
