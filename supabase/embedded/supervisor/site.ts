import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build, isBuilt } from "./build";
import type { Variables } from "./environment";
import { type Layout, ROOT } from "./layout";
import { say } from "./say";
import { needsSeed, seed } from "./seed";
import { endingWithParent, foreignProgram, typescript } from "./service";
import type { Supervisor } from "./supervisor";

const NEXT = "node_modules/next/dist/bin/next";
/** As a URL, for the folder's spaces. */
const preloading = (file: string) => `--import=${pathToFileURL(path.join(import.meta.dirname, file)).href}`;
/** A page's many short-lived objects die before they are moved, which is most of the garbage collector's work. */
const YOUNG_GENERATION = "--max-semi-space-size=32";
const FIRST_PAGE_MS = 60_000;

/** Fills the demo catalogue and builds the site where either is out of date. */
export async function prepareSite(
  layout: Layout,
  variables: Variables,
  isDevelopment: boolean,
): Promise<void> {
  const environment = { ...process.env, ...variables };
  const steps: Promise<void>[] = [];
  if (variables.CINEVERSE_EMBEDDED && needsSeed(layout.dataFolder)) {
    steps.push(say.step("Filling the demo catalogue", () => seed(layout.dataFolder, environment)));
  }
  if (!isDevelopment && !isBuilt()) steps.push(say.step("Building the site", () => build(environment)));
  await Promise.all(steps);
}

/** Serves the site and works on its jobs; resolves when the first page has been answered. */
export async function startSite(
  layout: Layout,
  supervisor: Supervisor,
  variables: Variables,
  isDevelopment: boolean,
): Promise<void> {
  const environment = { ...process.env, ...variables };
  const port = layout.ports.site;
  if (existsSync(path.join(ROOT, "scripts", "worker.ts"))) {
    supervisor.add("worker", endingWithParent(typescript("scripts/worker.ts")), environment);
  }
  const command = foreignProgram(NEXT, isDevelopment ? "dev" : "start", "--port", String(port));
  // Next's own children (the development server has some) must end with it too.
  const preload = [
    environment.NODE_OPTIONS,
    YOUNG_GENERATION,
    command.slice(0, 2).join("="),
    preloading("append-client-address.mjs"),
    preloading("bound-bodies.mjs"),
    preloading("tidy-address.mjs"),
    !isDevelopment && preloading("serve-assets.mjs"),
    !isDevelopment && preloading("send-compressed.mjs"),
  ]
    .filter(Boolean)
    .join(" ");
  supervisor.add(
    "site",
    command.slice(2),
    { ...environment, NODE_OPTIONS: preload, NODE_ENV: isDevelopment ? "development" : "production" },
    { port, isLoud: isDevelopment },
  );
  await supervisor.untilReady();
  await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(FIRST_PAGE_MS) }).catch(
    () => undefined,
  );
}
