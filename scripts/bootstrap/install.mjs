import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { ROOT } from "./environment.mjs";
import { EXIT, fail } from "./exit.mjs";
import { findUnreachableRegistry, runNpm } from "./npm.mjs";
import { step } from "./say.mjs";

const OLDEST_NODE = [20, 9];
const OWN_NODE_MAJOR = 22;
const NEEDS_NETWORK = "the first start needs the network once, to install packages. Later ones do not.";
const MODULES = path.join(ROOT, "node_modules");

export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  fail(EXIT.oldNode, `Node ${OLDEST_NODE.join(".")} or newer is needed; this is ${process.versions.node}.`);
}

function readPackages(file) {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")).packages ?? {}) : {};
}

/** Whether npm's own record of what it installed agrees with the lock file. Absent optional packages are other platforms'. */
export function isInstalled() {
  const wanted = readPackages(path.join(ROOT, "package-lock.json"));
  const present = readPackages(path.join(MODULES, ".package-lock.json"));
  for (const [name, entry] of Object.entries(wanted)) {
    if (name === "" || entry.link) continue;
    const found = present[name];
    if (found ? found.version !== entry.version : !(entry.optional || entry.devOptional)) return false;
  }
  return true;
}

/** The first lines name the problem, the last where npm wrote more about it. */
function summarize(words) {
  const lines = words.split("\n").filter((line) => /error/i.test(line));
  return [...lines.slice(0, 15), ...lines.slice(15).slice(-3)].join("\n");
}

/**
 * Installs the versions of the lock file, unless they are there. Not with `npm ci`: that refuses a lock file which
 * was written where some other platform's optional packages could not be had, on every machine.
 */
export async function install() {
  if (isInstalled()) return;
  const unreachable = await findUnreachableRegistry();
  await step("Installing packages (once; about 1.3 GB)", async () => {
    const { code, words } = await runNpm([
      "install",
      "--no-save",
      "--no-audit",
      "--no-fund",
      "--include=dev",
      "--include=optional",
      // An earlier install may have left everything in npm's cache.
      ...(unreachable ? ["--offline"] : []),
    ]);
    if (code !== 0 && unreachable) fail(EXIT.noNetwork, `${unreachable} cannot be reached: ${NEEDS_NETWORK}`);
    if (code !== 0) fail(EXIT.installFailed, `npm install failed:\n${summarize(words)}`);
  });
}

/** The Node that runs everything else: the one that npm installed, else this one when it is new enough. */
export function ownNode() {
  const bundled = path.join(MODULES, ".bin", process.platform === "win32" ? "node.cmd" : "node");
  if (existsSync(bundled) && spawnSync(bundled, ["--version"]).status === 0) return bundled;
  if (Number(process.versions.node.split(".")[0]) >= OWN_NODE_MAJOR) return process.execPath;
  return fail(
    EXIT.noNode,
    `npm has no Node ${OWN_NODE_MAJOR} for ${process.platform}-${process.arch}; install one and run this again.`,
  );
}
