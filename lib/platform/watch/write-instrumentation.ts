import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const SOURCE = `// Written by next.config.ts, because Next.js looks for it here alone (docs/decisions/0090).
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  await (await import("./lib/platform/watch/register")).register();
}

export async function onRequestError(...told: unknown[]) {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { tellOfError } = await import("./lib/platform/watch/tell-of-error");
  tellOfError(...(told as Parameters<typeof tellOfError>));
}
`;

/** Puts instrumentation.ts beside next.config.ts; left alone where it is right, so that nobody who watches files builds anew. */
export function writeInstrumentation(folder: string): void {
  const file = path.join(folder, "instrumentation.ts");
  if (existsSync(file) && readFileSync(file, "utf8") === SOURCE) return;
  try {
    writeFileSync(file, SOURCE);
  } catch (error) {
    // A folder that nobody may write to serves what was built before.
    if (!existsSync(path.join(folder, ".next"))) throw error;
  }
}
