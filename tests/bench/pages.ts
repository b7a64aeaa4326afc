// Milliseconds to the whole document of each page of the catalogue, as a visitor asks for it, cold (nothing kept in
// Redis for it) and warm. Needs a running site (SITE_URL); prints JSON.
import process from "node:process";
import { Pool } from "pg";
import { forgetCatalogue } from "@/lib/catalogue/import/forget-catalogue";
import { env, requireEnv } from "@/lib/platform/env";

const RUNS = 15;

type Figures = { path: string; coldMs: number; medianMs: number; p95Ms: number; kilobytes: number };

async function load(path: string): Promise<{ milliseconds: number; bytes: number }> {
  const start = performance.now();
  const answer = await fetch(`${env().SITE_URL}${path}`, { headers: { accept: "text/html" } });
  const body = await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return { milliseconds: performance.now() - start, bytes: body.byteLength };
}

async function measure(path: string): Promise<Figures> {
  // Once before, so that no figure holds the time in which the server first reads the page's code.
  await load(path);
  await forgetCatalogue();
  const cold = await load(path);
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) times.push((await load(path)).milliseconds);
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.floor((times.length - 1) * share)] ?? 0);
  return {
    path,
    coldMs: Math.round(cold.milliseconds),
    medianMs: at(0.5),
    p95Ms: at(0.95),
    kilobytes: Math.round(cold.bytes / 1024),
  };
}

async function findPaths(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ title: string; person: string }>(
    `select
       (select slug from public.movies where status = 'published' and maturity_rating <= 16 order by slug limit 1) as title,
       (select person.slug from public.people person join public.credits credit on credit.person_id = person.id
        group by person.slug order by count(*) desc limit 1) as person`,
  );
  const [found] = rows;
  if (!found?.title || !found.person)
    throw new Error("There is no title to open: import or seed a catalogue first.");
  return [
    "/",
    "/browse",
    "/browse?genre=Drama&sort=title",
    `/title/${found.title}`,
    `/person/${found.person}`,
    "/search?q=the+love",
    "/search?q=godfater",
  ];
}

const pool = new Pool({ connectionString: requireEnv("DATABASE_URL"), max: 1 });
const pages: Figures[] = [];
let titles = 0;
try {
  const { rows } = await pool.query<{ count: number }>("select count(*)::int as count from public.movies");
  titles = rows[0]?.count ?? 0;
  for (const path of await findPaths(pool)) {
    pages.push(await measure(path));
  }
} finally {
  await pool.end();
}
process.stdout.write(`${JSON.stringify({ titles, runs: RUNS, pages }, null, 2)}\n`);
