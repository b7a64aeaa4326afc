import { setTimeout as wait } from "node:timers/promises";
import type { z } from "zod";

const TIMEOUT_MS = 15_000;
const ATTEMPTS = 5;
const LONGEST_WAIT_MS = 60_000;

/** What no further title can get past: a wrong key, or no TMDB at the address. */
export class TmdbUnavailable extends Error {}
/** What concerns one request only. */
export class TmdbFailure extends Error {}

export type TmdbClient = {
  get: <Schema extends z.ZodType>(
    path: string,
    query: Record<string, string>,
    schema: Schema,
  ) => Promise<z.output<Schema>>;
  download: (address: string) => Promise<Buffer>;
};

type Options = { url: string; key: string; waitFor?: (milliseconds: number) => Promise<unknown> };

/** TMDB's API, version 3. Takes the short key (a parameter) and the long token (a header) alike. */
export function createTmdbClient({ url, key, waitFor = wait }: Options): TmdbClient {
  const isToken = key.length > 40;
  const headers: Record<string, string> = { accept: "application/json" };
  if (isToken) headers.authorization = `Bearer ${key}`;
  return {
    async get(path, query, schema) {
      const address = new URL(`${url}${path}`);
      address.search = String(new URLSearchParams(isToken ? query : { ...query, api_key: key }));
      const answer = await fetchPatiently(address, { headers }, waitFor);
      const parsed = schema.safeParse(await answer.json().catch(() => null));
      if (!parsed.success) throw new TmdbFailure(`TMDB's answer for ${path} cannot be read`);
      return parsed.data;
    },
    async download(address) {
      const answer = await fetchPatiently(new URL(address), {}, waitFor);
      return Buffer.from(await answer.arrayBuffer());
    },
  };
}

async function fetchPatiently(
  address: URL,
  init: RequestInit,
  waitFor: NonNullable<Options["waitFor"]>,
): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await tryFetch(address, init);
    if (answer?.ok) return answer;
    if (answer?.status === 401) throw new TmdbUnavailable("TMDB refuses the key in TMDB_API_KEY.");
    if (answer && answer.status !== 429 && answer.status < 500)
      throw new TmdbFailure(`TMDB answered ${answer.status}`);
    if (attempt === ATTEMPTS) {
      if (answer) throw new TmdbFailure(`TMDB answered ${answer.status}, ${ATTEMPTS} times`);
      throw new TmdbUnavailable(`TMDB does not answer at ${address.origin}.`);
    }
    await waitFor(pauseBefore(attempt, answer));
  }
}

/** Null where no answer came in time. */
async function tryFetch(address: URL, init: RequestInit): Promise<Response | null> {
  try {
    return await fetch(address, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch {
    return null;
  }
}

/** What Retry-After asks for (seconds), else longer with every attempt. */
function pauseBefore(attempt: number, answer: Response | null): number {
  const asked = Number(answer?.headers.get("retry-after") ?? Number.NaN) * 1000;
  return Math.min(Number.isFinite(asked) && asked >= 0 ? asked : 500 * 2 ** attempt, LONGEST_WAIT_MS);
}
