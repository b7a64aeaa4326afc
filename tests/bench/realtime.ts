// How fast committed changes reach their subscribers: node scripts/run.mjs tests/bench/realtime.ts
import { randomBytes, randomUUID } from "node:crypto";
import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import postgres from "postgres";
import { createTokens } from "@/supabase/embedded/tokens";
import { printReport, type Row } from "./figures";

const {
  SUPABASE_URL = "",
  SUPABASE_PUBLISHABLE_KEY = "",
  DATABASE_URL = "",
  CINEVERSE_DATA = ".data",
} = process.env;
const BURST_ROWS = 2_000;
const ROWS_PER_INSERT = 50;
const SINGLE_ROWS = 200;
const PATIENCE_MS = 60_000;

const sql = postgres(DATABASE_URL, { max: 1, onnotice: () => {} });
const tokens = await createTokens(CINEVERSE_DATA);

type Scenario = { name: string; subscribers: number; isGuarded: boolean; isOnePerson: boolean };

const SCENARIOS: Scenario[] = [
  { name: "open table, 1 subscriber", subscribers: 1, isGuarded: false, isOnePerson: true },
  { name: "open table, 50 subscribers", subscribers: 50, isGuarded: false, isOnePerson: true },
  { name: "guarded table, 1 subscriber", subscribers: 1, isGuarded: true, isOnePerson: true },
  { name: "guarded table, 50 tabs of one person", subscribers: 50, isGuarded: true, isOnePerson: true },
  { name: "guarded table, 50 people", subscribers: 50, isGuarded: true, isOnePerson: false },
];

/** Notes when each row reaches each subscriber. */
class Arrivals {
  readonly latencies: number[] = [];
  private readonly sentAt = new Map<number, number>();
  private remaining = 0;
  private onAll = () => {};

  /** Resolves when `rows` rows have reached `subscribers` subscribers each. */
  expect(rows: number, subscribers: number): Promise<void> {
    this.remaining = rows * subscribers;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${this.remaining} changes are missing`)), PATIENCE_MS);
      this.onAll = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  send(id: number): void {
    this.sentAt.set(id, performance.now());
  }

  arrive(id: number): void {
    this.latencies.push(performance.now() - (this.sentAt.get(id) ?? 0));
    this.remaining -= 1;
    if (this.remaining === 0) this.onAll();
  }
}

async function makeTable(isGuarded: boolean): Promise<string> {
  const table = `bench_rt_${randomBytes(4).toString("hex")}`;
  await sql.unsafe(
    `create table public.${table} (id int primary key, title text, made_at timestamptz default now())`,
  );
  await sql.unsafe(`alter publication supabase_realtime add table public.${table}`);
  if (isGuarded) {
    await sql.unsafe(`alter table public.${table} enable row level security`);
    await sql.unsafe(`create policy "signed in" on public.${table} for select to authenticated
      using ((select auth.uid()) is not null and title <> '')`);
  }
  return table;
}

async function connect(table: string, sub: string, onRow: (id: number) => void): Promise<SupabaseClient> {
  const token = await tokens.sign({ role: "authenticated", sub }, 3600);
  const client = createClient(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, { accessToken: async () => token });
  await client.realtime.setAuth();
  await new Promise<void>((resolve, reject) => {
    client
      .channel("bench")
      .on("postgres_changes", { event: "INSERT", schema: "public", table }, ({ new: row }) => onRow(row.id))
      .on("system", {}, ({ status, message }) => (status === "ok" ? resolve() : reject(new Error(message))))
      .subscribe();
  });
  return client;
}

async function burst(table: string, arrivals: Arrivals, subscribers: number): Promise<number> {
  const startedAt = performance.now();
  const all = arrivals.expect(BURST_ROWS, subscribers);
  for (let first = 1; first <= BURST_ROWS; first += ROWS_PER_INSERT) {
    const last = first + ROWS_PER_INSERT - 1;
    await sql.unsafe(
      `insert into public.${table} (id, title) select n, 'row ' || n from generate_series(${first}, ${last}) n`,
    );
  }
  await all;
  return (performance.now() - startedAt) / 1000;
}

async function oneByOne(table: string, arrivals: Arrivals, subscribers: number): Promise<number[]> {
  arrivals.latencies.length = 0;
  for (let id = BURST_ROWS + 1; id <= BURST_ROWS + SINGLE_ROWS; id += 1) {
    const all = arrivals.expect(1, subscribers);
    arrivals.send(id);
    await sql.unsafe(`insert into public.${table} (id, title) values (${id}, 'row')`);
    await all;
  }
  return arrivals.latencies.toSorted((a, b) => a - b);
}

async function run({ name, subscribers, isGuarded, isOnePerson }: Scenario) {
  const table = await makeTable(isGuarded);
  const arrivals = new Arrivals();
  const person = randomUUID();
  const people = Array.from({ length: subscribers }, () => (isOnePerson ? person : randomUUID()));
  const clients = await Promise.all(people.map((sub) => connect(table, sub, (id) => arrivals.arrive(id))));
  try {
    const seconds = await burst(table, arrivals, subscribers);
    const latencies = await oneByOne(table, arrivals, subscribers);
    const milliseconds = (share: number) =>
      Number((latencies[Math.floor(latencies.length * share)] ?? 0).toFixed(1));
    return {
      name,
      subscribers,
      changesPerSecond: Math.round(BURST_ROWS / seconds),
      deliveriesPerSecond: Math.round((BURST_ROWS * subscribers) / seconds),
      latencyMs: { p50: milliseconds(0.5), p95: milliseconds(0.95) },
    };
  } finally {
    await Promise.all(clients.map((client) => client.removeAllChannels()));
    await sql.unsafe(`drop table public.${table}`);
  }
}

const results = [];
for (const scenario of SCENARIOS) results.push(await run(scenario));
printReport({
  figures: { results },
  rows: results.flatMap(({ name, changesPerSecond, latencyMs }): Row[] => [
    [`realtime, ${name}`, changesPerSecond, "changes/s"],
    [`realtime, ${name}, p95`, latencyMs.p95, "ms"],
  ]),
});
await sql.end();
process.exit(0);
