import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { DEADLINES, inTime, withDeadline } from "@/lib/platform/deadlines";
import { toAppError } from "@/lib/platform/errors";
import { readBody } from "@/lib/platform/http/parse";
import { backoffMs, withRetries } from "@/lib/platform/retry";
import { boundedFetch } from "@/lib/platform/supabase/fetch";

const servers: Server[] = [];

async function serve(answer: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(answer as () => void);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  vi.useRealTimers();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Deadlines are made of timers of the machine: here their lengths shrink, nothing else. */
function shortenDeadlines(): void {
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  vi.spyOn(AbortSignal, "timeout").mockImplementation((milliseconds) => timeout(milliseconds / 100));
}

describe("a request's deadline", () => {
  test("answers with 'try again' whatever is still waited for", async () => {
    shortenDeadlines();
    const late = withDeadline("search", () => inTime(new Promise(() => undefined)));
    await expect(late).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });

  test("ends what was asked of a service that does not answer", async () => {
    shortenDeadlines();
    let isCut = false;
    const address = await serve((request) => {
      request.socket.on("close", () => {
        isCut = true;
      });
    });
    const asked = withDeadline("search", () => boundedFetch(address));
    expect(toAppError(await asked.catch((error: unknown) => error)).code).toBe("UNAVAILABLE");
    await expect.poll(() => isCut).toBe(true);
  });

  test("of its body is the sender's: a body that never ends arriving is refused as such", async () => {
    shortenDeadlines();
    const body = new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array([123])) });
    const init = { method: "POST", headers: { "content-type": "application/json" }, body, duplex: "half" };
    const request = new Request("http://site.test/api", init);
    const slow = withDeadline("write", () => inTime(readBody(request)));
    await expect(slow).rejects.toMatchObject({ code: "INVALID", safeMessage: "platform.errors.bodyTooSlow" });
  });

  test("leaves time for an answer after the slowest body", () => {
    for (const { answerMs, bodyMs } of Object.values(DEADLINES)) expect(answerMs).toBeGreaterThan(bodyMs);
  });
});

describe("trying again", () => {
  const failing = (failures: number) => {
    let tries = 0;
    const attempt = async () => {
      tries += 1;
      if (tries <= failures) throw new TypeError("fetch failed");
      return tries;
    };
    return { attempt, tries: () => tries };
  };

  test("a read that got no answer is made twice more", async () => {
    expect(await withRetries(failing(2).attempt, { method: "GET" })).toBe(3);
    const hopeless = failing(9);
    await expect(withRetries(hopeless.attempt, { method: "GET" })).rejects.toThrow("fetch failed");
    expect(hopeless.tries()).toBe(3);
  });

  test.each(["POST", "PATCH", "PUT", "DELETE"])("a write is never made twice: %s", async (method) => {
    const write = failing(1);
    await expect(withRetries(write.attempt, { method })).rejects.toThrow();
    expect(write.tries()).toBe(1);
  });

  test("ends with its signal, also in the middle of a wait", async () => {
    vi.spyOn(Math, "random").mockReturnValue(1);
    const controller = new AbortController();
    const attempt = async () => {
      setTimeout(() => controller.abort(new Error("late")), 0);
      throw new TypeError("fetch failed");
    };
    await expect(withRetries(attempt, { method: "GET", signal: controller.signal })).rejects.toThrow("late");
  });

  test("waits a random part of a time that doubles up to a bound", () => {
    expect([0, 1, 2, 9].map((retry) => backoffMs(retry, () => 1))).toEqual([80, 160, 320, 1_000]);
    expect(backoffMs(3, () => 0)).toBe(0);
  });

  test("a service that cuts the first connection is asked again by a read", async () => {
    let asked = 0;
    const address = await serve((request, response) => {
      asked += 1;
      if (asked === 1) request.socket.destroy();
      else response.end("here");
    });
    expect(await (await boundedFetch(address)).text()).toBe("here");
    await expect(
      boundedFetch(await serve((request) => request.socket.destroy()), { method: "POST", body: "x" }),
    ).rejects.toThrow();
    expect(asked).toBe(2);
  });
});
