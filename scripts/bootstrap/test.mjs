import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { loadEnvironmentFile } from "./environment.mjs";
import { EXIT, fail } from "./exit.mjs";
import { removeStateFolder } from "./folder.mjs";
import { requireFreePorts } from "./ports.mjs";
import { say } from "./say.mjs";
import { runSuite, SUITES } from "./suites.mjs";
import { clearLeftovers, startSupervisor } from "./supervisor.mjs";
import { requireBrowser, requireFfmpeg, wishForFaketime } from "./tools.mjs";

const HOSTED = ["SUPABASE_URL", "SUPABASE_PUBLISHABLE_KEY", "SUPABASE_SECRET_KEY", "DATABASE_URL"];
const HOSTED_REDIS = ["UPSTASH_REDIS_REST_URL", "UPSTASH_REDIS_REST_TOKEN", "SITE_URL", "SMTP_URL"];

/** A whole run begins from nothing, but only a folder that an earlier run made is ever emptied. */
function prepareStateFolder(folder, isWhole) {
  const marker = path.join(folder, "test-state");
  if (isWhole && existsSync(marker)) removeStateFolder(folder);
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length === 0) writeFileSync(marker, "");
}

async function startStack({ port, dataFolder }, isWhole, mode) {
  const running = clearLeftovers(dataFolder);
  if (running && isWhole)
    fail(EXIT.alreadyRunning, `Another test run uses ${dataFolder} (process ${running.pid}).`);
  let supervisor;
  if (!running) {
    await requireFreePorts(port);
    prepareStateFolder(dataFolder, isWhole);
    for (const name of [...HOSTED, ...HOSTED_REDIS]) delete process.env[name];
    // The tests stand for a proxy: each says from which address it comes.
    process.env.TRUSTED_PROXIES = "1";
    supervisor = startSupervisor(mode);
    const code = await Promise.race([supervisor.ready, supervisor.ended]);
    if (code !== undefined) fail(code || 1, "The embedded stack did not start.");
  }
  loadEnvironmentFile(path.join(dataFolder, "embedded.env"));
  return supervisor;
}

async function requireTools(suites) {
  if (suites.some((suite) => suite.needsFfmpeg)) await requireFfmpeg();
  if (suites.some((suite) => suite.needsBrowser)) await requireBrowser();
  if (suites.some((suite) => suite.wishesForFaketime)) await wishForFaketime();
}

function choose(names) {
  for (const name of names) {
    if (SUITES.some((suite) => suite.name === name)) continue;
    fail(EXIT.usage, `There is no suite "${name}": ${SUITES.map((suite) => suite.name).join(", ")}.`);
  }
  return names.length === 0 ? SUITES : SUITES.filter((suite) => names.includes(suite.name));
}

/** Runs the suites until one fails; the stack is started before the first that needs it. Answers the exit code. */
export async function test(layout, names, extraArguments) {
  const suites = choose(names);
  const isHosted = Boolean(process.env.SUPABASE_URL) && names.length > 0;
  const reportFolder = `${layout.dataFolder}-reports`;
  const total = { passed: 0, failed: 0 };
  const needsStack = (suite) => suite.needsStack && !isHosted;
  let supervisor;
  try {
    await requireTools(suites);
    for (const [index, suite] of suites.entries()) {
      if (needsStack(suite) && !supervisor) {
        const mode = suites.some((other) => other.needsSite) ? "test" : "stack";
        supervisor = (await startStack(layout, names.length === 0, mode)) ?? { stop: () => undefined };
      }
      const { passed, failed, isOk } = await runSuite(suite, reportFolder, extraArguments);
      total.passed += passed;
      total.failed += failed;
      if (!isOk) break;
      if (supervisor && !suites.slice(index + 1).some(needsStack)) await supervisor.stop();
    }
  } catch (error) {
    total.failed += 1;
    throw error;
  } finally {
    await supervisor?.stop();
    say(`\n${total.passed} passed, ${total.failed} failed`);
  }
  return total.failed === 0 ? 0 : 1;
}
