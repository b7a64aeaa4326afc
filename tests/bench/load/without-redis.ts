import { readFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { z } from "zod";

const runSchema = z.object({ services: z.object({ redis: z.number().int() }) });

/** Stops the copy's Redis where it stands: it takes connections and answers none, which is harder than being gone. */
export async function withoutRedis<Result>(work: () => Promise<Result>): Promise<Result> {
  const file = path.join(process.env.CINEVERSE_DATA ?? ".data", "run.json");
  const { services } = runSchema.parse(JSON.parse(await readFile(file, "utf8")));
  process.kill(services.redis, "SIGSTOP");
  try {
    return await work();
  } finally {
    process.kill(services.redis, "SIGCONT");
  }
}
