import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { ROOT } from "./environment.mjs";
import { EXIT, fail } from "./exit.mjs";
import { ownNode } from "./install.mjs";
import { say, step } from "./say.mjs";

const BROWSERS = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

function findProgram(name) {
  if (path.isAbsolute(name)) return existsSync(name) ? name : undefined;
  for (const folder of (process.env.PATH ?? "").split(path.delimiter)) {
    for (const ending of process.platform === "win32" ? [".exe", ".cmd"] : [""]) {
      const file = path.join(folder, name + ending);
      if (existsSync(file)) return file;
    }
  }
  return undefined;
}

function canUseApt() {
  return process.getuid?.() === 0 && existsSync("/etc/debian_version") && Boolean(findProgram("apt-get"));
}

function runQuietly(program, args) {
  return new Promise((resolve) => {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"], env });
    let words = "";
    child.stderr.on("data", (chunk) => {
      words += chunk;
    });
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code) => resolve(code === 0 ? undefined : words.slice(-2000) || `exit code ${code}`));
  });
}

async function installByApt(name) {
  if (!canUseApt()) return undefined;
  return step(`Installing ${name} with apt`, async () => {
    const problem =
      (await runQuietly("apt-get", ["update", "-q"])) ??
      (await runQuietly("apt-get", ["install", "-y", "-q", "--no-install-recommends", name]));
    if (problem) say(problem);
    return findProgram(name);
  });
}

function findFfmpeg() {
  return process.env.FFMPEG_PATH ? findProgram(process.env.FFMPEG_PATH) : findProgram("ffmpeg");
}

/** Watching needs no ffmpeg, so a start only mentions that it is missing. */
export function mentionMissingFfmpeg() {
  if (!findFfmpeg())
    say("  No ffmpeg found: everything plays, but uploads and `npm run ingest` wait until it is installed.");
}

export async function requireFfmpeg() {
  if (findFfmpeg() || (await installByApt("ffmpeg"))) return;
  fail(EXIT.noFfmpeg, "ffmpeg is needed: install it, or set FFMPEG_PATH (and FFPROBE_PATH) to where it is.");
}

/** One suite gives processes a wrong clock; without the program it says that it does not. */
export async function wishForFaketime() {
  if (!findProgram("faketime")) await installByApt("faketime");
}

async function playwrightBrowser() {
  const cli = path.join(ROOT, "node_modules", "@playwright", "test", "cli.js");
  await step("Downloading Chromium", () => runQuietly(ownNode(), [cli, "install", "chromium"]));
  const ask = 'import("@playwright/test").then((m) => console.log(m.chromium.executablePath()))';
  const answer = spawnSync(ownNode(), ["-e", ask], { cwd: ROOT, encoding: "utf8" });
  return findProgram(answer.stdout.trim() || "/nowhere");
}

/** CHROMIUM_PATH, else the system's, else apt's, else Playwright's own download; sets CHROMIUM_PATH. */
export async function requireBrowser() {
  const asked = process.env.CHROMIUM_PATH;
  const found = asked
    ? findProgram(asked)
    : (BROWSERS.map(findProgram).find(Boolean) ??
      (await installByApt("chromium")) ??
      (await playwrightBrowser()));
  if (!found) {
    const reason = asked
      ? `CHROMIUM_PATH is ${asked}, where no program is`
      : "no Chromium was found or could be installed";
    fail(EXIT.noBrowser, `The browser tests need Chromium: ${reason}. Install it or set CHROMIUM_PATH.`);
  }
  process.env.CHROMIUM_PATH = found;
}
