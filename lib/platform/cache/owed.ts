import { type CacheTag, newVersion, TAG_SECONDS, tagKey } from "@/lib/platform/cache/tags";
import { withRedis } from "@/lib/platform/redis";

const TRY_AGAIN_MS = 1_000;

/** Tags whose new version Redis has not got, each with the write that asked last. This process does not trust them. */
const owed = new Map<CacheTag, symbol>();
let writes = 0;
let isTryingAgain = false;

/** Counts what this process has forgotten: a load that began before is nothing for a reader that comes after. */
export const writesSoFar = () => writes;
export const isOwed = (tags: readonly CacheTag[]) => owed.size > 0 && tags.some((tag) => owed.has(tag));

/**
 * After a write: whatever carries one of these tags is loaded anew by its next reader, in every process; also where its
 * load is running and began before the write. Redis that is down is told as soon as it is back.
 */
export async function forget(...tags: CacheTag[]): Promise<void> {
  if (tags.length === 0) return;
  writes += 1;
  const write = Symbol();
  for (const tag of tags) owed.set(tag, write);
  await pay(tags.map((tag) => [tag, write]));
  if (owed.size > 0) tryAgainLater();
}

async function pay(debts: [CacheTag, symbol][]): Promise<void> {
  // Another write may have paid meanwhile, and a pipeline without a command is an error.
  if (debts.length === 0) return;
  const isTold = await withRedis(
    async (client) => {
      const pipeline = client.pipeline();
      for (const [tag] of debts) pipeline.set(tagKey(tag), newVersion(), { ex: TAG_SECONDS });
      await pipeline.exec();
      return true;
    },
    () => false,
  );
  if (!isTold) return;
  for (const [tag, write] of debts) if (owed.get(tag) === write) owed.delete(tag);
}

function tryAgainLater(): void {
  if (isTryingAgain) return;
  isTryingAgain = true;
  const timer: unknown = setTimeout(async () => {
    await pay([...owed]);
    isTryingAgain = false;
    if (owed.size > 0) tryAgainLater();
  }, TRY_AGAIN_MS);
  letProcessEnd(timer);
}

/** Only Node's timers keep a process from ending; on the edge they are numbers. */
export function letProcessEnd(timer: unknown): void {
  if (typeof timer === "object" && timer !== null && "unref" in timer && typeof timer.unref === "function")
    timer.unref();
}
