// Search as you type through the site beside the same functions called on Postgres alone, turn by turn. What the site
// asks of the database is written down first and then replayed. Needs a filled, running copy; prints JSON.
import { Pool } from "pg";
import { env, requireEnv } from "@/lib/platform/env";
import { redis } from "@/lib/platform/redis";
import { startCountedSite } from "@/tests/fixtures/counted-site";
import { percentile, printReport, rounded, spread } from "./figures";
import { ask } from "./http-client";
import { seededRandom, zipfPicker } from "./random";
import { rpcStatement } from "./rpc-statement";
import { drawQueries } from "./traffic";

const QUERIES = 150;
const DRAWN = 300;

const pool = new Pool({ connectionString: requireEnv("DATABASE_URL"), max: 1 });
const random = seededRandom(77);

/** Each request comes from an address of its own: the limit is per person, and this stands for many. */
const address = () => Array.from({ length: 3 }, () => Math.floor(random() * 254) + 1).join(".");
const headers = () => ({ accept: "application/json", "x-forwarded-for": `10.${address()}` });
const pathOf = (query: string) => `/api/catalogue/search?q=${encodeURIComponent(query)}`;

type Statement = { text: string; values: unknown[] };

/** The functions that the site called for each query, as statements; what the facets cost is not the query's. */
async function recordStatements(queries: string[]): Promise<Map<string, Statement[]>> {
  const counted = await startCountedSite();
  const statements = new Map<string, Statement[]>();
  try {
    await ask(`${counted.url}${pathOf("warm")}`, headers());
    for (const query of queries) {
      counted.takeCalls();
      const { status } = await ask(`${counted.url}${pathOf(query)}`, headers());
      if (status !== 200) throw new Error(`${query} answered ${status}`);
      const calls = counted.takeCalls().filter(({ name }) => name !== "catalogue_facets");
      statements.set(query, await Promise.all(calls.map((call) => rpcStatement(pool, call))));
    }
  } finally {
    await counted.close();
  }
  return statements;
}

async function timeStatements(statements: Statement[]): Promise<number> {
  const startedAt = performance.now();
  for (const { text, values } of statements) await pool.query(text, values);
  return performance.now() - startedAt;
}

try {
  const { rows } = await pool.query<{ title: string }>(
    `select title from public.movies where status = 'published' and maturity_rating <= 16 order by md5(slug) limit 600`,
  );
  const queries = drawQueries(
    rows.map(({ title }) => title),
    random,
  ).slice(0, QUERIES);
  const statements = await recordStatements(queries);
  await redis().flushdb();
  const pick = zipfPicker(queries, random);
  const times = { site: [] as number[], sql: [] as number[] };
  for (let drawn = 0; drawn < DRAWN; drawn += 1) {
    const query = pick();
    const { status, milliseconds } = await ask(`${env().SITE_URL}${pathOf(query)}`, headers());
    if (status !== 200) throw new Error(`${query} answered ${status}`);
    times.site.push(milliseconds);
    times.sql.push(await timeStatements(statements.get(query) ?? []));
  }
  const above = percentile(times.site, 0.95) - percentile(times.sql, 0.95);
  const figures = { queries: queries.length, site: spread(times.site), sql: spread(times.sql) };
  printReport({
    figures: { ...figures, aboveSqlP95Ms: rounded(above) },
    rows: [
      ["search, p50 / p95", `${figures.site.p50Ms} / ${figures.site.p95Ms}`, "ms"],
      ["search, bare SQL, p50 / p95", `${figures.sql.p50Ms} / ${figures.sql.p95Ms}`, "ms"],
      ["search, above bare SQL at p95", rounded(above), "ms"],
    ],
  });
} finally {
  await pool.end();
}
