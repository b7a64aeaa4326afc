import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { compressAssets } from "./compress-assets";
import { ROOT } from "./layout";
import { run } from "./run";

const STAMP = path.join(ROOT, ".next", "cineverse-sources");
/** What a build does not read; everything else at the top of the repository counts as its source. */
const NOT_BUILT = new Set([
  "docs",
  // Written by next.config.ts.
  "instrumentation.ts",
  "node_modules",
  "playwright-report",
  "scripts",
  "supabase",
  "test-results",
  "tests",
  "README.md",
  "biome.json",
]);

function addTo(hash: ReturnType<typeof createHash>, folder: string, isTop: boolean): void {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const isGenerated = entry.name.startsWith(".") || entry.name.endsWith(".tsbuildinfo");
    if (isGenerated || entry.name === "next-env.d.ts" || (isTop && NOT_BUILT.has(entry.name))) continue;
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) addTo(hash, file, false);
    else if (entry.isFile()) hash.update(path.relative(ROOT, file)).update("\0").update(readFileSync(file));
  }
}

function sourcesHash(): string {
  const hash = createHash("sha256").update(process.version);
  addTo(hash, ROOT, true);
  return hash.digest("hex");
}

export function isBuilt(): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === sourcesHash();
}

/** Builds the site; a build that was cut short carries no stamp and is made again. */
export async function build(environment: NodeJS.ProcessEnv): Promise<void> {
  const hash = sourcesHash();
  await run("build", ["node_modules/next/dist/bin/next", "build"], {
    ...environment,
    NODE_ENV: "production",
  });
  await compressAssets(path.join(ROOT, ".next", "static"));
  writeFileSync(STAMP, hash);
}
