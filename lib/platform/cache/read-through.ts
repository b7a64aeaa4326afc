import type { z } from "zod";
import { type Behind, runBehind } from "@/lib/platform/cache/behind";
import { type Found, judge, type Usable, type Verdict, type Version } from "@/lib/platform/cache/entry";
import { CACHE_SECONDS } from "@/lib/platform/cache/lifetimes";
import { isOwed, writesSoFar } from "@/lib/platform/cache/owed";
import { claim, giveVersions, keep, LEASE_MS, letGo, look } from "@/lib/platform/cache/store";
import type { CacheTag } from "@/lib/platform/cache/tags";
import { log } from "@/lib/platform/log";
import { redisFailedAt } from "@/lib/platform/redis";
import { count } from "@/lib/platform/statistics";

export type CacheOptions<Schema extends z.ZodType> = {
  key: string;
  /** How old what is served may be at most. Null, "there is none", is kept for CACHE_SECONDS.absent only. */
  seconds: number;
  /** What was stored is parsed again: a value of an older release is loaded anew, never trusted. */
  schema: Schema;
  /** Whoever writes what the value is made of forgets one of these. */
  tags?: readonly CacheTag[];
  load: () => Promise<z.output<Schema>>;
  /** Of a person's rights: not served where a write may have been unable to tell Redis of it. */
  isOfRights?: boolean;
  /** Takes the refresh of what was served stale; without it Next's `after` does, where there is a request. */
  behind?: Behind;
};

type ReadOutcome = "hit" | "miss" | "stale";
type Reading<Schema extends z.ZodType> = CacheOptions<Schema> & { tags: readonly CacheTag[] };

const FIRST_WAIT_MS = 15;
const LONGEST_WAIT_MS = 250;

const loading = new Map<string, Promise<unknown>>();
const refreshing = new Set<string>();

/**
 * Reads through Redis. What is nearly at its end is served while one caller of all processes makes it anew; of many that
 * find nothing one loads and the others wait for it. Works without Redis, only slower.
 */
export async function cached<Schema extends z.ZodType>(
  options: CacheOptions<Schema>,
): Promise<z.output<Schema>> {
  const reading = { tags: [], ...options };
  const found = isOwed(reading.tags) ? null : await look(reading);
  const verdict = found ? verdictOn(reading, found) : "absent";
  if (isUsable(verdict)) {
    countRead(reading.key, verdict.isFresh ? "hit" : "stale");
    if (!verdict.isFresh && found) refresh(reading, found.versions);
    return verdict.value;
  }
  countRead(reading.key, "miss");
  if (!found) return once(`${reading.key} ${writesSoFar()}`, reading.load);
  const { versions } = found;
  return once([reading.key, ...versions, writesSoFar()].join(" "), () => loadAlone(reading, versions));
}

/** The key may hold what somebody searched for; its first word says enough. */
const kindOf = (key: string) => key.split(":", 1)[0] ?? "";
const countRead = (key: string, outcome: ReadOutcome) => count("cache", `${kindOf(key)}:${outcome}`);

const isUsable = <Value>(verdict: Verdict<Value>): verdict is Usable<Value> => typeof verdict === "object";

function verdictOn<Schema extends z.ZodType>({ key, schema, isOfRights }: Reading<Schema>, found: Found) {
  const notBefore = isOfRights ? redisFailedAt() : 0;
  const verdict = judge(found, schema, { now: Date.now(), notBefore });
  if (verdict === "rubbish") log.warn({ kind: kindOf(key) }, "a kept value is not what it should be");
  return verdict;
}

/** Those of this process that want the same at the same time share one promise. */
function once<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  const running = loading.get(name);
  if (running) return running as Promise<Value>;
  const promise = work().finally(() => loading.delete(name));
  loading.set(name, promise);
  return promise;
}

/** Loads where no other process is loading the same; otherwise takes what that one stores. */
async function loadAlone<Schema extends z.ZodType>(
  reading: Reading<Schema>,
  seen: readonly Version[],
): Promise<z.output<Schema>> {
  let versions = seen;
  if (versions.includes(null)) versions = (await giveVersions(reading))?.versions ?? versions;
  const end = Date.now() + LEASE_MS;
  for (let wait = FIRST_WAIT_MS; Date.now() < end; wait = Math.min(LONGEST_WAIT_MS, wait * 2)) {
    const claimed = await claim(reading, versions);
    if (!claimed) break;
    const verdict = verdictOn(reading, claimed.found);
    if (isUsable(verdict)) {
      if (claimed.isMine) await letGo(claimed.lease);
      return verdict.value;
    }
    versions = claimed.found.versions;
    if (claimed.isMine) return loadAndKeep(reading, claimed.lease, versions);
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return reading.load();
}

async function loadAndKeep<Schema extends z.ZodType>(
  reading: Reading<Schema>,
  lease: string,
  versions: readonly Version[],
): Promise<z.output<Schema>> {
  const startedAt = Date.now();
  try {
    const value = await reading.load();
    const seconds = value === null ? Math.min(reading.seconds, CACHE_SECONDS.absent) : reading.seconds;
    await keep(reading, lease, { value, versions, seconds, startedAt });
    return value;
  } catch (error) {
    await letGo(lease);
    throw error;
  }
}

function refresh<Schema extends z.ZodType>(reading: Reading<Schema>, versions: readonly Version[]): void {
  if (refreshing.has(reading.key)) return;
  refreshing.add(reading.key);
  const work = refreshAlone(reading, versions)
    .catch((err: unknown) => log.warn({ err }, "a kept value could not be made anew"))
    .finally(() => refreshing.delete(reading.key));
  (reading.behind ?? runBehind)(work);
}

async function refreshAlone<Schema extends z.ZodType>(
  reading: Reading<Schema>,
  versions: readonly Version[],
) {
  const claimed = await claim(reading, versions);
  if (!claimed?.isMine) return;
  const verdict = verdictOn(reading, claimed.found);
  if (isUsable(verdict) && verdict.isFresh) return letGo(claimed.lease);
  await loadAndKeep(reading, claimed.lease, claimed.found.versions);
}
