import postgres from "postgres";
import type { Identity } from "./identity";
import { QUERY_TIMEOUT_MS } from "./limits";

export type Database = postgres.Sql;
export type Transaction = postgres.TransactionSql;

const UNDO = Symbol("undo");

/**
 * A pool for Realtime's own questions. Names resolve in pg_catalog only, so that expressions read from the
 * catalogue come out qualified and nobody's `public` function can take their place.
 */
export function openDatabase(connectionString: string, connections: number): Database {
  return postgres(connectionString, {
    max: connections,
    fetch_types: false,
    onnotice: () => {},
    connect_timeout: 5,
    idle_timeout: 60,
    connection: {
      application_name: "realtime",
      search_path: "pg_catalog",
      timezone: "UTC",
      datestyle: "ISO",
      statement_timeout: QUERY_TIMEOUT_MS,
      lock_timeout: QUERY_TIMEOUT_MS,
    },
  });
}

/**
 * Queues the settings that make the rest of the transaction run as the subscriber's own request would, the search
 * path of the API included: a policy may call a function that relies on it.
 */
export function becomeSubscriber(tx: Transaction, identity: Identity, topic = "") {
  return tx`
    select
      set_config('request.jwt.claims', ${identity.claimsJson}, true),
      set_config('request.jwt.claim.sub', ${identity.claims.sub ?? ""}, true),
      set_config('request.jwt.claim.role', ${identity.role}, true),
      set_config('request.headers', '{}', true),
      set_config('realtime.topic', ${topic}, true),
      set_config('search_path', 'public, extensions', true),
      set_config('role', ${identity.role}, true)`;
}

/** Runs `work` in a transaction that leaves nothing behind. */
export async function withoutTrace<T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  let outcome: { value: T } | undefined;
  try {
    await database.begin(async (tx) => {
      outcome = { value: await work(tx) };
      throw UNDO;
    });
  } catch (error) {
    if (error !== UNDO || !outcome) throw error;
  }
  if (!outcome) throw new Error("The transaction ended early");
  return outcome.value;
}

export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
