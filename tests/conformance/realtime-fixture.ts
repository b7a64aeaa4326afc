import { randomBytes, randomUUID } from "node:crypto";
import {
  createClient,
  type RealtimeChannel,
  type RealtimeChannelOptions,
  type RealtimeClientOptions,
  type RealtimePostgresChangesPayload,
  type SupabaseClient,
} from "@supabase/supabase-js";
import postgres from "postgres";
import { afterAll } from "vitest";

/** Same names for the embedded stack and for a hosted project. */
const {
  SUPABASE_URL = "",
  SUPABASE_PUBLISHABLE_KEY = "",
  SUPABASE_SECRET_KEY = "",
  DATABASE_URL = "",
} = process.env;
const AUTH = { persistSession: false, autoRefreshToken: false };
const PATIENCE_MS = 15_000;

export const isEmbedded = process.env.CINEVERSE_EMBEDDED === "1";
export const dataFolder = process.env.CINEVERSE_DATA ?? ".data";
export const realtimeUrl = `${SUPABASE_URL}/realtime/v1`;
export const publishableKey = SUPABASE_PUBLISHABLE_KEY;
export const sql = postgres(DATABASE_URL, { max: 2, onnotice: () => {} });
export const admin = createClient(SUPABASE_URL, SUPABASE_SECRET_KEY, { auth: AUTH });

const undo: (() => Promise<unknown>)[] = [];

afterAll(async () => {
  for (const step of undo.toReversed()) await step();
  await admin.removeAllChannels();
  await sql.end();
}, 60_000);

/** Undoes something when the file ends. */
export function afterwards(step: () => Promise<unknown>): void {
  undo.push(step);
}

/** A browser tab: a client and socket of its own, closed when the file ends. */
export function tab(realtime: RealtimeClientOptions = {}): SupabaseClient {
  const client = createClient(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, { auth: AUTH, realtime });
  afterwards(() => client.removeAllChannels());
  return client;
}

export type Person = { id: string; client: SupabaseClient; anotherTab(): Promise<SupabaseClient> };

/** A signed-in person of this test's own. */
export async function person(): Promise<Person> {
  const email = `realtime-${randomUUID()}@cineverse.test`;
  const password = randomBytes(12).toString("hex");
  const created = await admin.auth.admin.createUser({ email, password, email_confirm: true });
  if (created.error) throw created.error;
  const { id } = created.data.user;
  afterwards(() => admin.auth.admin.deleteUser(id));
  const signIn = async () => {
    const client = tab();
    const { error } = await client.auth.signInWithPassword({ email, password });
    if (error) throw error;
    return client;
  };
  return { id, client: await signIn(), anotherTab: signIn };
}

type TableOptions = { guarded?: boolean; published?: boolean; identity?: "full" };

/** A table of this test's own, published for Realtime and dropped when the file ends. */
export async function table(columns: string, options: TableOptions = {}): Promise<string> {
  const { guarded = false, published = true, identity } = options;
  const name = `conformance_rt_${randomBytes(5).toString("hex")}`;
  await sql.unsafe(`create table public.${name} (${columns})`);
  afterwards(() => sql.unsafe(`drop table if exists public.${name} cascade`));
  if (guarded) await sql.unsafe(`alter table public.${name} enable row level security`);
  if (identity) await sql.unsafe(`alter table public.${name} replica identity ${identity}`);
  if (published) await sql.unsafe(`alter publication supabase_realtime add table public.${name}`);
  return name;
}

/** What has arrived, in order, and a way to wait for what has not. */
export class Inbox<T> {
  readonly items: T[] = [];
  private waiting: (() => void)[] = [];

  push = (item: T): void => {
    this.items.push(item);
    for (const check of [...this.waiting]) check();
  };

  /** The first item that fits; fails after a time limit with what came instead. */
  find(fits: (item: T) => boolean, patienceMs = PATIENCE_MS): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting = this.waiting.filter((other) => other !== check);
        reject(new Error(`Nothing that fits arrived; got ${JSON.stringify(this.items).slice(0, 2000)}`));
      }, patienceMs);
      const check = () => {
        const found = this.items.find(fits);
        if (found === undefined) return;
        clearTimeout(timer);
        this.waiting = this.waiting.filter((other) => other !== check);
        resolve(found);
      };
      this.waiting.push(check);
      check();
    });
  }

  /** The first `count` items, once so many have come. */
  async take(count: number): Promise<T[]> {
    if (count > 0) await this.find((item) => item === this.items[count - 1]);
    return this.items.slice(0, count);
  }
}

type Row = { [column: string]: unknown };
export type Payload = RealtimePostgresChangesPayload<Row>;
export type SystemMessage = { extension: string; status: string; message: string };
type Status = { status: string; error?: Error };

/** Subscribes and gives every status that the channel reports. */
export function subscribe(channel: RealtimeChannel): Inbox<Status> {
  const statuses = new Inbox<Status>();
  channel.subscribe((status, error) => statuses.push({ status, ...(error && { error }) }));
  return statuses;
}

export async function joined(channel: RealtimeChannel): Promise<Inbox<Status>> {
  const statuses = subscribe(channel);
  const first = await statuses.find(() => true);
  if (first.status !== "SUBSCRIBED") throw first.error ?? new Error(first.status);
  return statuses;
}

export type Wish = { event?: "*" | "INSERT" | "UPDATE" | "DELETE"; filter?: string; select?: string[] };

/** Listens to a table and resolves when the server has confirmed that it sends its changes. */
export async function hear(client: SupabaseClient, tableName: string, wish: Wish = {}) {
  return hearWith(client, { schema: "public", table: tableName, event: "*", ...wish });
}

export async function hearWith(
  client: SupabaseClient,
  wish: Wish & { schema: string; table?: string },
  options?: RealtimeChannelOptions,
) {
  const changes = new Inbox<Payload>();
  const system = new Inbox<SystemMessage>();
  const channel = client.channel(`conformance-${randomUUID()}`, options);
  channel.on("postgres_changes", { event: "*", ...wish } as { event: "*"; schema: string }, changes.push);
  channel.on("system", {}, system.push);
  const statuses = await joined(channel);
  const confirmed = await system.find(({ extension }) => extension === "postgres_changes");
  if (confirmed.status !== "ok") throw new Error(confirmed.message);
  return { channel, changes, system, statuses };
}

/** Rows of the changes that have arrived, by the type of change. */
export function summary({ items }: Inbox<Payload>): unknown[] {
  return items.map(({ eventType, new: after, old }) => [eventType, eventType === "DELETE" ? old : after]);
}
