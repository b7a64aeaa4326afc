// Fills a database with the demo catalogue and, in the embedded stack, the demo accounts. Again costs little: what is
// there already is left alone, and what a killed run left half done is taken up again.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Pool } from "pg";
import { forgetCatalogue } from "@/lib/catalogue/import/forget-catalogue";
import { env, requireEnv } from "@/lib/platform/env";
import { seedAccounts } from "./accounts";
import { seedArtwork } from "./artwork";
import { seedCalendar } from "./calendar";
import { readCatalogue, seedTitles } from "./catalogue";
import { seedCollections } from "./collections";
import { seedMedia } from "./media";
import { createProgress } from "./progress";

const folder = path.dirname(fileURLToPath(import.meta.url));
const pool = new Pool({ connectionString: requireEnv("DATABASE_URL"), max: 2 });
try {
  const catalogue = await readCatalogue(path.join(folder, "catalogue.json"));
  await seedTitles(pool, catalogue);
  const progress = createProgress(catalogue.titles.length);
  for (const title of catalogue.titles) {
    await seedArtwork(pool, folder, title);
    await seedMedia(pool, folder, title);
    progress.advance(title.title);
  }
  progress.finish();
  await seedCalendar(pool);
  await seedCollections(pool);
  await forgetCatalogue();
  if (env().CINEVERSE_EMBEDDED) await seedAccounts(pool);
} finally {
  await pool.end();
}
