// Both `npm start` and `npm test` begin here, on whatever Node is installed: nothing is imported but Node itself.
import process from "node:process";
import {
  loadOwnEnvironment,
  preferOwnPrograms,
  ROOT,
  refuseEmbeddedInProduction,
  setLayout,
} from "./bootstrap/environment.mjs";
import { EXIT, Failure, fail } from "./bootstrap/exit.mjs";
import { removeStateFolder, requireSpace, requireWritable } from "./bootstrap/folder.mjs";
import { install, isInstalled, requireNode } from "./bootstrap/install.mjs";
import { requireFreePorts } from "./bootstrap/ports.mjs";
import { say } from "./bootstrap/say.mjs";
import { clearLeftovers, requireNotRunning, startSupervisor } from "./bootstrap/supervisor.mjs";
import { test } from "./bootstrap/test.mjs";
import { mentionMissingFfmpeg } from "./bootstrap/tools.mjs";

const TEST_PORT = 4100;
const PACKAGES_MEGABYTES = 2_000;
/** The database, its log and the demo catalogue take about half of it. */
const STATE_MEGABYTES = 500;
const VERIFY = ["lint", "types", "unit"];

async function serve(mode) {
  loadOwnEnvironment();
  const { port, dataFolder } = setLayout(3000, ".data");
  const isHosted = Boolean(process.env.SUPABASE_URL);
  if (!isHosted) refuseEmbeddedInProduction();
  requireWritable(ROOT);
  requireWritable(dataFolder, "CINEVERSE_DATA");
  if (isInstalled()) requireNotRunning(dataFolder);
  else requireSpace(ROOT, PACKAGES_MEGABYTES, "a first start");
  if (!isHosted) requireSpace(dataFolder, STATE_MEGABYTES, "its state");
  await requireFreePorts(port, isHosted);
  await install();
  preferOwnPrograms();
  requireNotRunning(dataFolder);
  if (mode !== "stack") mentionMissingFfmpeg();
  return startSupervisor(mode).ended;
}

async function runTests(names, extraArguments) {
  const layout = setLayout(TEST_PORT, ".data-test");
  refuseEmbeddedInProduction();
  requireWritable(ROOT);
  await install();
  preferOwnPrograms();
  return test(layout, names, extraArguments);
}

function reset() {
  loadOwnEnvironment();
  const { dataFolder } = setLayout(3000, ".data");
  const running = isInstalled() && clearLeftovers(dataFolder);
  if (running) fail(EXIT.alreadyRunning, `CineVerse still runs from ${dataFolder}: stop it first (Ctrl-C).`);
  say(
    removeStateFolder(dataFolder)
      ? `Removed ${dataFolder}`
      : `${dataFolder} is not there: nothing to remove.`,
  );
  return 0;
}

const USAGE =
  "usage: node scripts/bootstrap.mjs start | dev | stack | test [suite…] [-- filters] | verify | reset";

function main([command, ...rest]) {
  const split = rest.indexOf("--");
  const names = split === -1 ? rest : rest.slice(0, split);
  const extraArguments = split === -1 ? [] : rest.slice(split + 1);
  if ([command, ...names].some((word) => word === "--help" || word === "-h")) {
    say(USAGE);
    return 0;
  }
  if (command === "test") return runTests(names, extraArguments);
  // Only the tests take words: what anything else does not know is a mistake, not a reason to start a site.
  if (rest.length > 0) return fail(EXIT.usage, USAGE);
  if (["start", "dev", "stack"].includes(command)) return serve(command);
  if (command === "verify") return runTests(VERIFY, []);
  if (command === "reset") return reset();
  return fail(EXIT.usage, USAGE);
}

async function run() {
  try {
    requireNode();
    process.exit(await main(process.argv.slice(2)));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exit(error.code);
  }
}

run();
