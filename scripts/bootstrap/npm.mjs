import { spawn } from "node:child_process";
import process from "node:process";
import { ROOT } from "./environment.mjs";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
const REGISTRY_MS = 15_000;
/** Without one of these npm finds another way, or a better word for it, than we would. */
const UNREACHABLE =
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT|TimeoutError)$/;

function npmCommand() {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.c?js$/.test(script)) return [process.execPath, script];
  return [process.platform === "win32" ? "npm.cmd" : "npm"];
}

/** A signal to this process alone would leave npm at work. */
function endTogether(child) {
  const end = (signal) => {
    child.kill(signal);
    process.exit(1);
  };
  for (const signal of SIGNALS) process.on(signal, end);
  child.on("close", () => {
    for (const signal of SIGNALS) process.off(signal, end);
  });
}

export function runNpm(args) {
  const [program, ...first] = npmCommand();
  return new Promise((resolve) => {
    const child = spawn(program, [...first, ...args], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      shell: program.endsWith(".cmd"),
      env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" },
    });
    endTogether(child);
    let words = "";
    const keep = (chunk) => {
      words += chunk;
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => resolve({ code: 1, words: error.message }));
    child.on("close", (code) => resolve({ code, words }));
  });
}

/**
 * The registry that npm is set to use, when nothing answers there. npm itself would try each of a thousand packages
 * again and again before it says so. Behind a proxy only npm knows the way.
 */
export async function findUnreachableRegistry() {
  const { words } = await runNpm(["config", "get", "registry", "proxy", "https-proxy"]);
  const settings = Object.fromEntries(words.split("\n").map((line) => line.trim().split(/=(.*)/)));
  const hasProxy = [settings.proxy, settings["https-proxy"]].some((value) => value && value !== "null");
  if (hasProxy || !URL.canParse(settings.registry ?? "")) return undefined;
  try {
    await fetch(settings.registry, { method: "HEAD", signal: AbortSignal.timeout(REGISTRY_MS) });
    return undefined;
  } catch (error) {
    return UNREACHABLE.test(error.cause?.code ?? error.name) ? settings.registry : undefined;
  }
}
