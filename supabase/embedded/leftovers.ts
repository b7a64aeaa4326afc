// Run before a start whose predecessor did not end well: refuses while that one lives, else clears what it left.
import { setTimeout as wait } from "node:timers/promises";
import { stopLeftoverServer } from "./postgres/leftover";
import { ROOT, readLayout } from "./supervisor/layout";
import { commandOf, isAlive } from "./supervisor/processes";
import { readRecord, removeRecord } from "./supervisor/record";

const ALREADY_RUNNING = 3;
const SUPERVISOR_END_MS = 30_000;
const OWN_END_MS = 4_000;

const { dataFolder } = readLayout(process.env);
const record = readRecord(dataFolder);
/** Next.js renames its process, so its command line names no folder. */
const isOurs = (pid: number) =>
  isAlive(pid) && (commandOf(pid).includes(ROOT) || commandOf(pid).startsWith("next-server"));

async function untilEnded(pids: number[], milliseconds: number): Promise<void> {
  const end = Date.now() + milliseconds;
  while (pids.some(isOurs) && Date.now() < end) await wait(50);
  for (const pid of pids.filter(isOurs)) process.kill(pid, "SIGKILL");
}

if (record && isOurs(record.supervisor) && isAlive(record.starter)) {
  console.error(String(record.supervisor), String(record.port));
  process.exit(ALREADY_RUNNING);
}
if (record) {
  await untilEnded([record.supervisor], SUPERVISOR_END_MS);
  await untilEnded(Object.values(record.services), OWN_END_MS);
}
await stopLeftoverServer(dataFolder);
removeRecord(dataFolder);
