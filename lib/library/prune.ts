import { fromPostgrest } from "@/lib/platform/errors";
import type { Db } from "@/lib/platform/supabase/server";

/** Longer than a browser keeps what it could not send (lib/library/client/outbox.ts): nothing older can still arrive. */
const KEPT_DAYS = 60;
const AT_ONCE = 5_000;

/** Deletes what was removed so long ago that no device needs to hear of it any more; answers how many rows. */
export async function pruneTombstones(db: Db, signal: AbortSignal): Promise<number> {
  const { data, error } = await db
    .rpc("prune_tombstones", { kept_days: KEPT_DAYS, at_once: AT_ONCE })
    .abortSignal(signal);
  if (error) throw fromPostgrest(error);
  return data;
}
