import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";

const ROOT = path.resolve(import.meta.dirname, "../..");
const FOLDER = path.join(ROOT, ".data-bench", "bare-framework");
const NEXT = path.join(ROOT, "node_modules", "next", "dist", "bin", "next");
const PORT = 4206;
const PATIENCE_MS = 20_000;

const FILES = {
  // Without one of its own the site's is found above it.
  "next.config.mjs": `export default { turbopack: { root: ${JSON.stringify(ROOT)} } };\n`,
  "app/layout.jsx": `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`,
  "app/page.jsx": `import { headers } from "next/headers";
export default async function Page() {
  await headers();
  return <main><h1>Bare</h1><p>A page of the framework, rendered per request, and nothing else.</p></main>;
}
`,
};

export type BareFramework = { url: string; close: () => Promise<void> };

/** The least that any page of this framework can be, built and served by the same version: what is left is ours. */
export async function startBareFramework(): Promise<BareFramework> {
  for (const [file, text] of Object.entries(FILES)) {
    await mkdir(path.dirname(path.join(FOLDER, file)), { recursive: true });
    await writeFile(path.join(FOLDER, file), text);
  }
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } as NodeJS.ProcessEnv;
  await promisify(execFile)(process.execPath, [NEXT, "build", FOLDER], { cwd: FOLDER, env });
  const child = spawn(process.execPath, [NEXT, "start", FOLDER, "-p", String(PORT), "-H", "127.0.0.1"], {
    cwd: FOLDER,
    env,
    stdio: "ignore",
  });
  const url = `http://127.0.0.1:${PORT}/`;
  for (const end = Date.now() + PATIENCE_MS; ; await wait(100)) {
    if (await fetch(url).catch(() => null)) break;
    if (Date.now() > end || child.exitCode !== null) throw new Error("the bare page did not start");
  }
  return { url, close: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
  await rm(FOLDER, { recursive: true, force: true });
}
