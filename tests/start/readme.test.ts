import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { readmeCommand } from "../fixtures/readme";
import { Copy, processesOf, until } from "./copy";

const START_MS = 300_000;
const STOP_MS = 30_000;

/** What a stranger has after the first start, without waiting for npm again. */
const copy = new Copy(Number(process.env.PORT ?? 4100) + 60);
copy.borrowPackages();

afterAll(async () => {
  await copy.untilPortsFree(STOP_MS).finally(() => copy.remove());
});

/** Types a command of README as a person at a terminal does, and ends it with Ctrl-C, which reaches every process. */
async function type(command: string, whileItRuns: (output: () => string) => Promise<void>): Promise<void> {
  const child = spawn("/bin/sh", ["-c", command], { ...copy.surroundings(), detached: true });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      output += chunk;
    });
  }
  await until("it is ready", START_MS, () => {
    if (child.exitCode !== null) throw new Error(`it ended instead:\n${output.slice(-4000)}`);
    return output.includes("Ctrl-C stops everything");
  });
  expect(processesOf(copy.folder)).not.toEqual([]);
  try {
    await whileItRuns(() => output);
  } finally {
    process.kill(-(child.pid ?? 0), "SIGINT");
    await expect.poll(() => processesOf(copy.folder), { timeout: STOP_MS }).toEqual([]);
  }
  expect(output).not.toMatch(/npm error|at .*\(node:/);
}

test("`npm run stack` serves everything but the site, and Ctrl-C ends all of it", async () => {
  await type(readmeCommand("npm run stack"), async (output) => {
    expect(output()).toContain(`http://127.0.0.1:${copy.port + 1}`);
    expect((await fetch(`http://127.0.0.1:${copy.port + 1}/health`)).status).toBe(200);
    await expect(fetch(`http://127.0.0.1:${copy.port}`)).rejects.toThrow();
  });
});

test("`npm run dev` serves pages that follow their sources, and Ctrl-C ends all of it", async () => {
  await type(readmeCommand("npm run dev"), async () => {
    const page = await fetch(`http://127.0.0.1:${copy.port}/sign-in`, {
      headers: { "accept-language": "en" },
    });
    expect(await page.text()).toContain("Welcome back");
    copy.replaceIn("lib/i18n/messages/en/accounts.json", "Welcome back", "Nice to see you");
    const read = async () =>
      (await fetch(`http://127.0.0.1:${copy.port}/sign-in`, { headers: { "accept-language": "en" } })).text();
    await expect.poll(read, { timeout: STOP_MS }).toContain("Nice to see you");
  });
}, 400_000);

test("`npm run reset` forgets all state", () => {
  expect(existsSync(copy.dataFolder)).toBe(true);
  const { cwd, env } = copy.surroundings();
  const answer = spawnSync("/bin/sh", ["-c", readmeCommand("npm run reset")], { cwd, env, encoding: "utf8" });
  expect(answer.stdout).toContain(`Removed ${path.join(copy.folder, ".data")}`);
  expect(existsSync(copy.dataFolder)).toBe(false);
});
