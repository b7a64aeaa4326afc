import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { SingleBar } from "cli-progress";
import { Pool } from "pg";
import { forgetCatalogue } from "@/lib/catalogue/import/forget-catalogue";
import type { FileImport } from "@/lib/catalogue/import/parse-arguments";
import {
  type Problem,
  type ReadCatalogue,
  type ReadyTitle,
  readTitles,
  type UsedSlugs,
} from "@/lib/catalogue/import/read-titles";
import {
  type WriteOptions,
  writeCategories,
  writePeople,
  writeTitles,
} from "@/lib/catalogue/import/write-titles";
import { requireEnv } from "@/lib/platform/env";
import { inTransaction } from "@/lib/platform/transaction";

const BATCH_SIZE = 500;
const PROBLEMS_SHOWN = 20;

/** Reads everything before it writes anything; a run that was cut off is simply run again. */
export async function importFiles({ paths, ...options }: FileImport): Promise<void> {
  const files = (await Promise.all(paths.map(findFiles))).flat();
  const used: UsedSlugs = new Map();
  const read: (ReadCatalogue & { file: string })[] = [];
  for (const file of files) read.push({ file, ...readTitles(await readJson(file), used) });
  const pool = new Pool({ connectionString: requireEnv("DATABASE_URL"), max: 1 });
  try {
    await inTransaction(pool, async (client) => {
      await writeCategories(
        client,
        read.flatMap(({ categories }) => categories),
      );
      await writePeople(
        client,
        read.flatMap(({ people }) => people),
      );
    });
    const titles = read.flatMap((part) => part.titles);
    const added = await writeInBatches(pool, titles, options);
    // The filters of browse are counted from an index alone, which new rows forbid until a vacuum has seen them.
    await pool.query("vacuum (analyze) public.movies, public.credits, public.people");
    say(`${added} titles added, ${titles.length - added} brought up to date.`);
  } finally {
    // Also where it broke off: the titles before are written.
    await forgetCatalogue();
    await pool.end();
  }
  for (const { file, problems } of read) report(file, problems);
}

async function findFiles(given: string): Promise<string[]> {
  const found = await stat(given).catch(() => null);
  if (!found) throw new Error(`There is no file or folder "${given}". Nothing was imported.`);
  if (!found.isDirectory()) return [given];
  const names = (await readdir(given)).filter((name) => name.endsWith(".json")).sort();
  if (names.length === 0) throw new Error(`The folder "${given}" holds no .json file. Nothing was imported.`);
  return names.map((name) => path.join(given, name));
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`"${file}" is not readable JSON (${reason}). Nothing was imported.`);
  }
}

async function writeInBatches(pool: Pool, titles: ReadyTitle[], options: WriteOptions): Promise<number> {
  const bar = new SingleBar({
    format: "importing [{bar}] {percentage} % | {value}/{total} titles | {eta_formatted} left",
    noTTYOutput: true,
    notTTYSchedule: 2000,
    hideCursor: true,
  });
  bar.start(titles.length, 0);
  let added = 0;
  try {
    for (let start = 0; start < titles.length; start += BATCH_SIZE) {
      const batch = [
        ...new Map(titles.slice(start, start + BATCH_SIZE).map((title) => [title.slug, title])).values(),
      ];
      added += await inTransaction(pool, (client) => writeTitles(client, batch, options));
      bar.update(Math.min(start + BATCH_SIZE, titles.length));
    }
  } finally {
    bar.stop();
  }
  return added;
}

function report(file: string, problems: Problem[]): void {
  if (problems.length === 0) return;
  say(`${problems.length} rows of ${file} were left out:`);
  for (const { row, title, reason } of problems.slice(0, PROBLEMS_SHOWN)) {
    say(`  row ${row}${title ? ` (${title})` : ""}: ${reason}`);
  }
  if (problems.length > PROBLEMS_SHOWN) say(`  and ${problems.length - PROBLEMS_SHOWN} more`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
