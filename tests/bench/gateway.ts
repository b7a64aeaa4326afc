// Requests a second through the gateway: `node scripts/run.mjs tests/bench/gateway.ts [seconds]`. Prints JSON.
import { performance } from "node:perf_hooks";
import { createClient } from "@supabase/supabase-js";
import autocannon from "autocannon";
import postgres from "postgres";
import { printReport } from "./figures";

const {
  SUPABASE_URL = "",
  SUPABASE_PUBLISHABLE_KEY = "",
  SUPABASE_SECRET_KEY = "",
  DATABASE_URL = "",
} = process.env;
const seconds = Number(process.argv[2] ?? 5);
const CONNECTIONS = 20;
const OPTIONS = { auth: { persistSession: false, autoRefreshToken: false } };
const service = createClient(SUPABASE_URL, SUPABASE_SECRET_KEY, OPTIONS);
const sql = postgres(DATABASE_URL, { max: 1, onnotice: () => {} });
const table = "conformance_bench";

async function load(path: string, token: string, body?: string) {
  const result = await autocannon({
    url: `${SUPABASE_URL}${path}`,
    connections: CONNECTIONS,
    duration: seconds,
    method: body ? "POST" : "GET",
    body,
    headers: {
      apikey: SUPABASE_PUBLISHABLE_KEY,
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
    },
  });
  return {
    perSecond: Math.round(result.requests.average),
    medianMs: result.latency.p50,
    p99Ms: result.latency.p99,
    failed: result.non2xx + result.errors,
  };
}

async function signedIn() {
  const email = `bench-${crypto.randomUUID()}@cineverse.test`;
  const password = crypto.randomUUID();
  const { data, error } = await service.auth.admin.createUser({ email, password, email_confirm: true });
  if (error) throw error;
  const client = createClient(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, OPTIONS);
  const session = await client.auth.signInWithPassword({ email, password });
  if (session.error) throw session.error;
  return { client, id: data.user.id, token: session.data.session.access_token };
}

async function claimsPerSecond(client: Awaited<ReturnType<typeof signedIn>>["client"], token: string) {
  await client.auth.getClaims(token);
  const count = 500;
  const start = performance.now();
  for (let index = 0; index < count; index++) await client.auth.getClaims(token);
  const milliseconds = performance.now() - start;
  return {
    perSecond: Math.round((count / milliseconds) * 1000),
    eachMs: Number((milliseconds / count).toFixed(2)),
  };
}

await sql
  .unsafe(`
  drop table if exists ${table};
  create table ${table} (id int primary key, parent_id int references ${table} (id), title text);
  insert into ${table} select n, nullif(n / 2, 0), 'Title ' || n from generate_series(1, 200) n;
  create index on ${table} (parent_id);
  alter table ${table} enable row level security;
  create policy "people read" on ${table} for select to authenticated using ((select auth.uid()) is not null);
  grant select on ${table} to authenticated;
  notify pgrst, 'reload schema'`)
  .simple();
const { client, id, token } = await signedIn();
try {
  while ((await client.from(table).select("id").limit(1)).error)
    await new Promise((done) => setTimeout(done, 50));
  const figures = {
    connections: CONNECTIONS,
    select: await load(`/rest/v1/${table}?select=id,title&limit=20`, token),
    selectWithEmbed: await load(
      `/rest/v1/${table}?select=id,title,parent:parent_id(title),children:${table}(title)&limit=20`,
      token,
    ),
    getUser: await load("/auth/v1/user", token),
    getClaims: await claimsPerSecond(client, token),
  };
  printReport({
    figures,
    rows: [
      ["REST, select", figures.select.perSecond, "requests/s"],
      ["REST, select with embedding", figures.selectWithEmbed.perSecond, "requests/s"],
      ["getClaims", figures.getClaims.eachMs, "ms"],
    ],
  });
} finally {
  await sql.unsafe(`drop table ${table}`);
  await service.auth.admin.deleteUser(id);
  await sql.end();
}
