import type { Pool, PoolClient } from "pg";
import { MediaError } from "@/lib/media/errors";

export type Target = { id: string; title: string; year: number | null };
type Row = Target & { type: "movie" | "series"; has_film: boolean };

/** The film that `--to` names and that has no video yet. Throws a MediaError (`input`) that says what else it is. */
export async function requireTarget(database: Pool | PoolClient, slug: string): Promise<Target> {
  const { rows } = await database.query<Row>(
    `select id, title, year, type, asset_id is not null as has_film
       from public.movies where slug = $1 for update`,
    [slug],
  );
  const [found] = rows;
  if (!found)
    throw new MediaError(
      "input",
      `There is no title “${slug}”: --to takes the last part of its address, the one after /title/.`,
    );
  if (found.type === "series")
    throw new MediaError(
      "input",
      `“${found.title}” is a series: say --series "${found.title}" with --season and --episode instead of --to.`,
    );
  if (found.has_film) throw new MediaError("input", `“${found.title}” has its film already.`);
  return { id: found.id, title: found.title, year: found.year };
}

/** The same in a transaction, which keeps the title locked: of two files that are to become one film only one does. */
export async function claimTarget(client: PoolClient, slug: string): Promise<Target> {
  const target = await requireTarget(client, slug);
  const { rowCount } = await client.query(
    "select from public.video_assets where movie_id = $1 and kind = 'main' and status <> 'failed'",
    [target.id],
  );
  if (rowCount) throw new MediaError("input", `Another file is being made into “${target.title}”.`);
  return target;
}
