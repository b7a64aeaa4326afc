// Fills a running copy for the benches: 20,000 titles, 200 people with sessions, 1,000 rows of history of one of them.
// What is there already is left alone, so it may run again. Prints JSON.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Pool } from "pg";
import { importFiles } from "@/lib/catalogue/import/import-files";
import { requireEnv } from "@/lib/platform/env";
import { seedPeople } from "./people";
import { chooseTitles, type TitleSource } from "./titles";

const TITLES = 20_000;

async function countTitles(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ count: number }>("select count(*)::int as count from public.movies");
  return rows[0]?.count ?? 0;
}

async function importTitles(count: number): Promise<TitleSource> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "cineverse-bench-titles-"));
  try {
    const { source, titles } = await chooseTitles(count);
    const file = path.join(folder, "titles.json");
    await writeFile(file, JSON.stringify({ version: 1, titles }));
    await importFiles({ source: "files", paths: [file], status: "published", maturityRating: 16 });
    return source;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** An import brings words only: nine in ten get a picture of the demo catalogue, and each a category by its number. */
async function dressTitles(pool: Pool): Promise<void> {
  await pool.query(`
    with demo as (
      select array_agg(poster_path order by slug) as paths, array_agg(poster_placeholder order by slug) as placeholders
      from public.movies where poster_path is not null
    ), kinds as (select array_agg(id order by slug) as ids from public.categories),
    plain as (
      select id, row_number() over (order by slug) as number from public.movies where poster_path is null
    )
    update public.movies movie
    set poster_path = case when plain.number % 10 > 0 then demo.paths[1 + plain.number % cardinality(demo.paths)] end,
      poster_placeholder = case when plain.number % 10 > 0
        then demo.placeholders[1 + plain.number % cardinality(demo.paths)] end,
      category_id = coalesce(movie.category_id, kinds.ids[1 + plain.number % cardinality(kinds.ids)])
    from plain, demo, kinds where plain.id = movie.id`);
  await pool.query("vacuum (analyze) public.movies");
}

const pool = new Pool({ connectionString: requireEnv("DATABASE_URL"), max: 1 });
try {
  const before = await countTitles(pool);
  let source: TitleSource | "there already" = "there already";
  if (before < TITLES) {
    source = await importTitles(TITLES - before);
    await dressTitles(pool);
  }
  const people = await seedPeople(pool);
  process.stdout.write(`${JSON.stringify({ source, titles: await countTitles(pool), ...people })}\n`);
} finally {
  await pool.end();
}
