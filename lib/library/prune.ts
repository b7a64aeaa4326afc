import type { Pool } from "pg";

/** Longer than a browser keeps what it could not send (lib/library/client/outbox.ts): nothing older can still arrive. */
const KEPT_DAYS = 60;
const TABLES = ["user_favorites", "user_watchlist", "hidden_movies", "movie_ratings", "viewing_history"];
const AT_ONCE = 5_000;

/** Deletes what was removed so long ago that no device needs to hear of it any more; answers how many rows. */
export async function pruneTombstones(pool: Pool): Promise<number> {
  let pruned = 0;
  for (const table of TABLES) {
    const { rowCount } = await pool.query(
      `delete from public.${table} where id in (
         select id from public.${table} where deleted_at < now() - make_interval(days => $1) limit $2)`,
      [KEPT_DAYS, AT_ONCE],
    );
    pruned += rowCount ?? 0;
  }
  return pruned;
}
