// Run before a start whose predecessor did not end well: refuses while that one lives, else clears what it left.
import { setTimeout as wait } from "node:timers/promises";
import { stopLeftoverServer } from "./postgres/leftover";
import { ROOT, readLayout } from "./supervisor/layout";
import { commandOf, isAlive } from "./supervisor/processes";
import { readRecord, removeRecord } from "./supervisor/record";

const ALREADY_RUNNING = 3;
const OWN_END_MS = 4_000;

const { dataFolder } = readLayout(process.env);
const record = readRecord(dataFolder);
/** Next.js renames its process, so its command line names no folder. */
const isOurs = (pid: number) =>
  isAlive(pid) && (commandOf(pid).includes(ROOT) || commandOf(pid).startsWith("next-server"));

if (record && isOurs(record.supervisor)) {
  console.error(String(record.supervisor), String(record.port));
  process.exit(ALREADY_RUNNING);
}
const left = Object.values(record?.services ?? {});
const end = Date.now() + OWN_END_MS;
while (left.some(isOurs) && Date.now() < end) await wait(50);
for (const pid of left.filter(isOurs)) process.kill(pid, "SIGKILL");
await stopLeftoverServer(dataFolder);
removeRecord(dataFolder);
