import { readFile } from "node:fs/promises";
import type { Pool } from "pg";
import { type ReadCatalogue, readTitles } from "@/lib/catalogue/import/read-titles";
import { writeCategories, writePeople, writeTitles } from "@/lib/catalogue/import/write-titles";
import { inTransaction } from "@/lib/platform/transaction";

/** The demo catalogue is ours, so that a row that cannot be read is a mistake and stops the seed. */
export async function readCatalogue(file: string): Promise<ReadCatalogue> {
  const catalogue = readTitles(JSON.parse(await readFile(file, "utf8")), new Map());
  const [problem] = catalogue.problems;
  if (problem) throw new Error(`${file}, title ${problem.row} (${problem.title}): ${problem.reason}`);
  return catalogue;
}

/** New titles are drafts: each is published when its film is there. */
export async function seedTitles(pool: Pool, { categories, people, titles }: ReadCatalogue): Promise<void> {
  await inTransaction(pool, async (client) => {
    await writeCategories(client, categories);
    await writePeople(client, people);
    await writeTitles(client, titles, { status: "draft", maturityRating: 0 });
  });
}
