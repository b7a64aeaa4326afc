import { Agent, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Asked, Kind, Sent } from "./mix";

const MOST_AT_ONCE = 400;
const LONGEST_MS = 15_000;

/** `status` is 0 where there was no answer. */
export type Answered = { kind: Kind; status: number; milliseconds: number };

/**
 * Requests that come evenly, `rate` a second, whoever still waits for theirs: the time of each counts from when it was due,
 * so that a site which holds up the line does not look fast.
 */
export async function arrive(
  site: string,
  requests: Asked[],
  rate: number,
): Promise<{ answers: Answered[]; seconds: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: MOST_AT_ONCE });
  const startedAt = performance.now();
  const answers = await Promise.all(
    requests.map(async (asked, index): Promise<Answered> => {
      const due = startedAt + (index * 1000) / rate;
      await wait(Math.max(0, due - performance.now()));
      const status = await send(agent, site, asked.make()).catch(() => 0);
      return { kind: asked.kind, status, milliseconds: performance.now() - due };
    }),
  );
  agent.destroy();
  return { answers, seconds: (performance.now() - startedAt) / 1000 };
}

/** Node's own client: on two cores whoever asks takes from who answers, and fetch takes twice as much. */
export function send(agent: Agent, site: string, { method, path, headers, body }: Sent): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const sent = request(
    new URL(path, site),
    {
      agent,
      method,
      headers: { "accept-encoding": "gzip", ...headers },
      signal: AbortSignal.timeout(LONGEST_MS),
    },
    (answer) => {
      answer.on("error", reject);
      answer.on("end", () => resolve(answer.statusCode ?? 0));
      answer.resume();
    },
  );
  sent.on("error", reject);
  sent.end(body);
  return promise;
}
