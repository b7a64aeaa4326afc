import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import process from "node:process";
import { expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const LAST_WORDS = `
  import { log } from "@/lib/platform/log";
  process.on("message", () => {
    log.error({ reason: "the database is gone too" }, "job queue ".repeat(700));
    log.fatal("the worker ended");
    process.exit(7);
  });
  process.send("ready");
`;

test("a process whose log nobody reads any more says its last words to nobody, and ends", async () => {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--conditions=react-server", "--input-type=module", "--eval", LAST_WORDS],
    { cwd: ROOT, stdio: ["ignore", "pipe", "inherit", "ipc"] },
  );
  const ended = once(child, "exit", { signal: AbortSignal.timeout(10_000) });
  try {
    await once(child, "message");
    child.stdout?.destroy();
    child.send("go");
    expect(await ended).toEqual([7, null]);
  } finally {
    child.kill("SIGKILL");
  }
}, 20_000);
