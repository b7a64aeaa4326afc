import { type Database, openDatabase } from "../database";
import type { Identity } from "../identity";
import { CHANGES_PER_BATCH, MAX_QUEUED_CHANGES } from "../limits";
import type { Change, Tuple } from "./change";
import { recordsOf } from "./images";
import { isOnTable, Lane } from "./lane";
import { PreparedChange } from "./payload";
import { type LogMessage, openStream } from "./stream";
import { type IdentifiedBinding, type Subscriber, Subscription } from "./subscription";
import { readTables, type Table } from "./tables";

type RowMessage = Extract<LogMessage, { tag: "insert" | "update" | "delete" }>;

// Pools apart, so that no crowd of joins, no slow policy and no costly pattern keeps the others' changes waiting.
const READING_CONNECTIONS = 2;
const LANE_CONNECTIONS = 4;
const COSTLY_LANE_CONNECTIONS = 2;

/** Takes committed changes from the log to the subscribers who may see them. */
export class ChangeFeed {
  private readonly lanes = new Map<string, Lane>();
  private readonly readingDatabase: Database;
  private readonly laneDatabase: Database;
  private readonly costlyLaneDatabase: Database;
  private readonly stream: { close(): Promise<void> };
  private readonly wanted = new Map<string, boolean>();
  private queue: Change[] = [];
  private isPumping = false;
  private onDrained?: () => void;
  private committedAt = "";
  position = 0;
  private isReady = false;
  private wasReady = false;
  private waiting: (() => void)[] = [];

  constructor(
    readonly database: Database,
    connectionString: string,
    private readonly onMessageRow: (row: Tuple) => void,
  ) {
    this.readingDatabase = openDatabase(connectionString, READING_CONNECTIONS);
    this.laneDatabase = openDatabase(connectionString, LANE_CONNECTIONS);
    this.costlyLaneDatabase = openDatabase(connectionString, COSTLY_LANE_CONNECTIONS);
    this.stream = openStream(connectionString, {
      onMessage: (message) => this.take(message),
      onReady: () => this.resume(),
      onLost: () => {
        this.isReady = false;
      },
    });
  }

  open(subscriber: Subscriber, identity: Identity, bindings: IdentifiedBinding[]): Subscription {
    return new Subscription(this, subscriber, identity, bindings);
  }

  /** Gives a subscription new rights without a gap: what its old lane has not decided, the new one decides. */
  move(subscription: Subscription, identity: Identity): void {
    const undecided = this.lanes.get(laneKeyOf(subscription))?.undecided() ?? [];
    this.remove(subscription);
    subscription.identity = identity;
    this.add(subscription);
    this.lanes.get(laneKeyOf(subscription))?.takeOver(undecided);
  }

  add(subscription: Subscription): void {
    const key = laneKeyOf(subscription);
    const database = subscription.isCostly ? this.costlyLaneDatabase : this.laneDatabase;
    const lane = this.lanes.get(key) ?? new Lane(database, subscription.identity);
    this.lanes.set(key, lane);
    lane.subscriptions.add(subscription);
    this.wanted.clear();
  }

  remove(subscription: Subscription): void {
    const key = laneKeyOf(subscription);
    const lane = this.lanes.get(key);
    lane?.subscriptions.delete(subscription);
    this.wanted.clear();
    if (lane?.subscriptions.size === 0) this.lanes.delete(key);
  }

  /** Resolves as soon as changes are being heard. */
  whenReady(): Promise<void> {
    return this.isReady ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));
  }

  async close(): Promise<void> {
    await this.stream.close();
    const pools = [this.readingDatabase, this.laneDatabase, this.costlyLaneDatabase];
    await Promise.all(pools.map((database) => database.end({ timeout: 1 })));
  }

  private resume(): void {
    this.isReady = true;
    for (const resolve of this.waiting.splice(0)) resolve();
    if (this.wasReady) {
      for (const { subscriber } of this.subscriptions()) {
        subscriber.system("postgres_changes", "ok", "Subscribed to PostgreSQL");
      }
    }
    this.wasReady = true;
  }

  private *subscriptions(): Iterable<Subscription> {
    for (const lane of this.lanes.values()) yield* lane.subscriptions;
  }

  private take(message: LogMessage): Promise<void> | undefined {
    if (message.tag === "begin") {
      this.committedAt = new Date(Number(message.commitTime) / 1000).toISOString();
    }
    if (message.tag !== "insert" && message.tag !== "update" && message.tag !== "delete") return;
    const { relation } = message;
    if (relation.schema === "realtime" && relation.name === "messages") {
      if (message.tag === "insert") this.onMessageRow(known(message.new));
      return;
    }
    if (!this.isWanted({ schema: relation.schema, table: relation.name })) return;
    this.queue.push(changeOf(message, ++this.position, this.committedAt));
    if (!this.isPumping) void this.pump();
    if (this.queue.length < MAX_QUEUED_CHANGES) return;
    return new Promise((resolve) => {
      this.onDrained = resolve;
    });
  }

  /** Asked for every row of the log, an import of thousands included: hence remembered until somebody comes or goes. */
  private isWanted(on: { schema: string; table: string }): boolean {
    const name = `${on.schema}.${on.table}`;
    const known = this.wanted.get(name);
    if (known !== undefined) return known;
    const isWanted = [...this.subscriptions()].some(({ bindings }) =>
      bindings.some((binding) => isOnTable(binding, on)),
    );
    this.wanted.set(name, isWanted);
    return isWanted;
  }

  private async pump(): Promise<void> {
    this.isPumping = true;
    while (this.queue.length > 0) {
      const batch = this.queue.splice(0, CHANGES_PER_BATCH);
      try {
        for (const change of await this.prepare(batch)) {
          for (const lane of [...this.lanes.values()]) lane.push(change);
        }
      } catch (error) {
        console.error("realtime: changes could not be prepared", error);
      }
      if (this.queue.length < MAX_QUEUED_CHANGES) this.onDrained?.();
    }
    this.isPumping = false;
  }

  private async prepare(batch: Change[]): Promise<PreparedChange[]> {
    const roles = [...new Set([...this.subscriptions()].map(({ identity }) => identity.role))];
    const oids = [...new Set(batch.map(({ relationOid }) => relationOid))];
    const tables = await readTables(this.readingDatabase, oids, roles);
    const prepared = await Promise.all(
      [...tables.values()].map((table) =>
        this.prepareTable(
          table,
          batch.filter(({ relationOid }) => relationOid === table.oid),
        ),
      ),
    );
    const byChange = new Map(prepared.flat().map((change) => [change.change, change]));
    return batch.flatMap((change) => byChange.get(change) ?? []);
  }

  private async prepareTable(table: Table, changes: Change[]): Promise<PreparedChange[]> {
    try {
      const tuples = changes.flatMap(({ after, before }) => [after ?? {}, before ?? {}]);
      const records = await recordsOf(this.readingDatabase, table, tuples);
      return changes.map((change, index) => {
        const record = change.after ? (records[2 * index] ?? null) : null;
        const oldRecord = change.before ? (records[2 * index + 1] ?? null) : null;
        return new PreparedChange(change, table, record, oldRecord);
      });
    } catch (error) {
      // Its columns changed since, for example: the other tables' changes must still arrive.
      console.error(`realtime: changes of ${table.schema}.${table.name} could not be read`, error);
      return [];
    }
  }
}

/** A costly subscription has a lane of its own. */
function laneKeyOf({ identity, isCostly, bindings }: Subscription): string {
  return `${identity.claimsJson}${isCostly ? `#${bindings[0]?.id}` : ""}`;
}

/** Without the columns that the log leaves out (they come as undefined). */
function known(tuple: Record<string, unknown>): Tuple {
  const entries = Object.entries(tuple).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    entries.map(([column, value]) => [column, value === null ? null : String(value)]),
  );
}

function changeOf(message: RowMessage, position: number, committedAt: string): Change {
  const { relation, tag } = message;
  const after = tag === "delete" ? null : known(message.new);
  const identity = tag === "insert" ? null : (message.old ?? message.key);
  // A normal update's key is not repeated in the log: it is that of the new row.
  const unchangedKey = tag === "update" && after ? keyOf(after, relation.keyColumns) : null;
  return {
    position,
    relationOid: relation.relationOid >>> 0,
    schema: relation.schema,
    table: relation.name,
    action: tag === "insert" ? "INSERT" : tag === "update" ? "UPDATE" : "DELETE",
    committedAt,
    after,
    before: identity ? known(identity) : unchangedKey,
  };
}

function keyOf(tuple: Tuple, columns: string[]): Tuple {
  return Object.fromEntries(Object.entries(tuple).filter(([column]) => columns.includes(column)));
}
