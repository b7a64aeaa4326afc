import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./layout";
import { run } from "./run";

const SEED_FOLDER = path.join(ROOT, "supabase", "seed");
const HASHED_WHOLE_BYTES = 1_000_000;

function seedHash(): string {
  const hash = createHash("sha256");
  const names = readdirSync(SEED_FOLDER, { recursive: true, encoding: "utf8" }).sort();
  for (const name of names) {
    const file = path.join(SEED_FOLDER, name);
    const stat = statSync(file);
    if (!stat.isFile()) continue;
    hash.update(`${name}:${stat.size}:`);
    if (stat.size <= HASHED_WHOLE_BYTES) hash.update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** Whether this state folder has not been given the present demo catalogue and accounts yet. */
export function needsSeed(dataFolder: string): boolean {
  if (
    !existsSync(path.join(SEED_FOLDER, "main.ts")) ||
    !existsSync(path.join(SEED_FOLDER, "catalogue.json"))
  ) {
    return false;
  }
  const stamp = path.join(dataFolder, "seeded");
  return !existsSync(stamp) || readFileSync(stamp, "utf8") !== seedHash();
}

export async function seed(dataFolder: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const command = ["--import", "tsx", "--conditions=react-server", path.join(SEED_FOLDER, "main.ts")];
  await run("seed", command, environment, true);
  writeFileSync(path.join(dataFolder, "seeded"), seedHash());
}
