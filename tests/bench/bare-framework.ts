import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";

const ROOT = path.resolve(import.meta.dirname, "../..");
const BENCHES = path.join(ROOT, ".data-bench");
const NEXT = path.join(ROOT, "node_modules", "next", "dist", "bin", "next");
const PORT = 4206;
const PATIENCE_MS = 20_000;

type Files = Record<string, string>;

const FILES: Files = {
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

/** The same with a page that is rendered once, a route that answers at once, and an empty gate before both. */
export const GATED: Files = {
  ...FILES,
  "app/page.jsx": `export default function Page() {
  return <main><h1>Bare</h1><p>A page of the framework, rendered once, and nothing else.</p></main>;
}
`,
  "app/api/live/route.js": `export const dynamic = "force-dynamic";
export const GET = () => Response.json({ status: "live" });
`,
  "middleware.js": `import { NextResponse } from "next/server";
export const config = { runtime: "experimental-edge", matcher: ["/((?!_next/).*)"] };
export default () => NextResponse.next();
`,
};

export type BareFramework = { url: string; close: () => Promise<void> };

/** The least that any page of this framework can be, built and served by the same version: what is left is ours. */
export async function startBareFramework(files = FILES, port = PORT): Promise<BareFramework> {
  const folder = path.join(BENCHES, `bare-framework-${port}`);
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } as NodeJS.ProcessEnv;
  await promisify(execFile)(process.execPath, [NEXT, "build", folder], { cwd: folder, env });
  const child = spawn(process.execPath, [NEXT, "start", folder, "-p", String(port), "-H", "127.0.0.1"], {
    cwd: folder,
    env,
    stdio: "ignore",
  });
  const url = `http://127.0.0.1:${port}/`;
  for (const end = Date.now() + PATIENCE_MS; ; await wait(100)) {
    if (await fetch(url).catch(() => null)) break;
    if (Date.now() > end || child.exitCode !== null) throw new Error("the bare page did not start");
  }
  return { url, close: () => stop(child, folder) };
}

async function stop(child: ChildProcess, folder: string): Promise<void> {
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
  await rm(folder, { recursive: true, force: true });
}
