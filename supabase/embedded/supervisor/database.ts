import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { ROOT } from "./layout";
import { run } from "./run";

const READY_MS = 90_000;
const SQL_FOLDER = path.join(ROOT, "supabase", "embedded", "sql");
const MIGRATIONS_FOLDER = path.join(ROOT, "supabase", "migrations");

function connect(url: string): postgres.Sql {
  return postgres(url, { max: 1, onnotice: () => undefined, connect_timeout: 5 });
}

async function answers(url: string): Promise<boolean> {
  const sql = connect(url);
  try {
    await sql`select 1`;
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "28P01") {
      throw new Error("the database does not know its own password: `secrets.json` and `postgres/` differ");
    }
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Resolves when the server has finished any recovery and takes queries. */
export async function untilDatabaseAnswers(url: string): Promise<void> {
  const end = Date.now() + READY_MS;
  while (!(await answers(url))) {
    if (Date.now() > end) throw new Error("the database does not answer");
    await wait(50);
  }
}

/** Makes the embedded server what a hosted project is before its first migration; repeatable. */
export async function prepareDatabase(url: string, databasePassword: string): Promise<void> {
  const sql = connect(url);
  try {
    // A killed process leaves its slot behind, and a slot that nobody reads keeps the log forever.
    await sql`select pg_drop_replication_slot(slot_name) from pg_replication_slots where not active`;
    for (const file of readdirSync(SQL_FOLDER).sort()) {
      if (!file.endsWith(".sql")) continue;
      await sql.unsafe(readFileSync(path.join(SQL_FOLDER, file), "utf8")).simple();
    }
    await sql.unsafe(`alter role postgres password '${databasePassword.replaceAll("'", "''")}'`);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function appliedVersions(url: string): Promise<Set<string>> {
  const sql = connect(url);
  try {
    const rows = await sql<{ version: string }[]>`select version from supabase_migrations.schema_migrations`;
    return new Set(rows.map((row) => row.version));
  } catch (error) {
    if (error instanceof postgres.PostgresError && (error.code === "42P01" || error.code === "3F000")) {
      return new Set();
    }
    throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

const RENAMED = "If a migration was renamed since this state folder was made, `npm run reset` begins anew.";

/** Applies what is new with the Supabase CLI, as for a hosted project; answers how many that were. */
export async function migrate(url: string): Promise<number> {
  const applied = await appliedVersions(url);
  const files = readdirSync(MIGRATIONS_FOLDER).filter((name) => name.endsWith(".sql"));
  const pending = files.filter((name) => !applied.has(name.split("_", 1)[0] ?? ""));
  if (pending.length === 0) return 0;
  await run(
    "migrations",
    ["node_modules/supabase/dist/supabase.js", "migration", "up", `--remote=${url}`, "--yes"],
    {
      ...process.env,
      DO_NOT_TRACK: "1",
      SUPABASE_TELEMETRY_DISABLED: "1",
    },
  ).catch((error: Error) => {
    throw new Error(`${error.message}. ${RENAMED}`);
  });
  return pending.length;
}
