import { redis } from "@/lib/platform/redis";
import { type CountedSite, startCountedSite } from "@/tests/fixtures/counted-site";
import { ask } from "./http-client";

export type RoundTrips = { cold: Trips; cached: Trips; summary: string };
type Trips = { database: string[]; redis: number };

let site: Promise<CountedSite> | undefined;

/** What one page asks of the database and of Redis, with nothing kept and with everything kept. */
export async function countRoundTrips({
  path,
  headers,
}: {
  path: string;
  headers: Record<string, string>;
}): Promise<RoundTrips> {
  site ??= startCountedSite();
  const counted = await site;
  const open = async (): Promise<Trips> => {
    counted.takeRequests();
    counted.takeRedisRequests();
    const { status } = await ask(`${counted.url}${path}`, headers);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    return { database: counted.takeRequests(), redis: counted.takeRedisRequests().length };
  };
  // The keys of the Auth server are fetched once per process, not per page.
  await open();
  await redis().flushdb();
  const cold = await open();
  const cached = await open();
  const words = ({ database, redis: count }: Trips) => `${database.length} + ${count}`;
  return { cold, cached, summary: `${words(cold)} / ${words(cached)}` };
}

export async function closeCountedSite(): Promise<void> {
  await (await site)?.close();
}
