import { Agent, request } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

export type Answer = { status: number; firstByteMs: number; milliseconds: number; bytes: number };

/** One request as a browser makes it, compressed answer included, over one connection that stays open. */
export function ask(url: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const startedAt = performance.now();
  const asked = request(
    url,
    { agent, method, headers: { accept: "text/html", "accept-encoding": "gzip, br", ...headers } },
    (response) => {
      const firstByteMs = performance.now() - startedAt;
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.byteLength;
      });
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          firstByteMs,
          milliseconds: performance.now() - startedAt,
          bytes,
        }),
      );
    },
  );
  asked.on("error", reject);
  asked.end();
  return promise;
}
