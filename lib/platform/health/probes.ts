import "server-only";
import { Pool } from "pg";
import { env } from "@/lib/platform/env";
import { redis } from "@/lib/platform/redis";
import { publicClient } from "@/lib/platform/supabase/public";

export const PROBE_MS = 2_000;

type Probe = () => Promise<unknown>;
export type Dependency = "database" | "auth" | "storage" | "realtime" | "redis" | "jobs";

let pool: Pool | undefined;

/** One small question to everything that the site leans on, each answered by the thing itself. */
export function probes(): Partial<Record<Dependency, Probe>> {
  const { DATABASE_URL } = env();
  return {
    database: askDatabase,
    auth: askAuth,
    storage: askStorage,
    realtime: askRealtime,
    redis: () => redis().ping(),
    // A function on Vercel has no line to the queue's tables; whoever has one asks.
    ...(DATABASE_URL && { jobs: () => askJobs(DATABASE_URL) }),
  };
}

async function askDatabase(): Promise<void> {
  const { error } = await publicClient().from("user_profiles").select("id").limit(1);
  if (error) throw error;
}

async function askAuth(): Promise<void> {
  const response = await fetch(`${env().SUPABASE_URL}/auth/v1/.well-known/jwks.json`, {
    cache: "no-store",
    signal: AbortSignal.timeout(PROBE_MS),
  });
  if (!response.ok) throw new Error(`auth answered ${response.status}`);
}

async function askStorage(): Promise<void> {
  const { error } = await publicClient().storage.from("artwork").list("", { limit: 1 });
  if (error) throw error;
}

/** Opens the socket that browsers open, and leaves again. */
function askRealtime(): Promise<void> {
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = env();
  const query = new URLSearchParams({ apikey: SUPABASE_PUBLISHABLE_KEY, vsn: "1.0.0" });
  const socket = new WebSocket(`${SUPABASE_URL.replace(/^http/, "ws")}/realtime/v1/websocket?${query}`);
  const timer = setTimeout(() => socket.close(), PROBE_MS);
  return new Promise<void>((resolve, reject) => {
    socket.addEventListener("open", () => resolve());
    socket.addEventListener("error", () => reject(new Error("realtime refused the socket")));
    socket.addEventListener("close", () => reject(new Error("realtime closed the socket")));
  }).finally(() => {
    clearTimeout(timer);
    socket.close();
  });
}

async function askJobs(connectionString: string): Promise<void> {
  pool ??= new Pool({
    connectionString,
    max: 1,
    connectionTimeoutMillis: PROBE_MS,
    query_timeout: PROBE_MS,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: true,
    application_name: "cineverse-health",
  });
  // A lost connection is the next question's to notice; without a listener it would end the process.
  if (pool.listenerCount("error") === 0) pool.on("error", () => undefined);
  await pool.query("select version from pgboss.version");
}
