import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { requestJson } from "@/lib/platform/http/request-json";

type Answer = { status: number; headers?: Record<string, string> } | "cut off";

const keys: (string | null)[] = [];
let answers: Answer[] = [];

/** The line to our own server, of which a browser knows no more than what it answers. */
function line(_path: unknown, init?: RequestInit): Promise<Response> {
  keys.push(new Headers(init?.headers).get("idempotency-key"));
  const answer = answers.shift() ?? { status: 200 };
  if (answer === "cut off") return Promise.reject(new TypeError("fetch failed"));
  return Promise.resolve(Response.json({}, answer));
}

const write = (body: unknown) =>
  requestJson("/api/things", { method: "POST", body }).catch((error: unknown) => error);

beforeEach(() => {
  keys.length = 0;
  vi.stubGlobal("fetch", line);
});
afterEach(() => vi.unstubAllGlobals());

describe("the key of a write", () => {
  test("stays over a cut line, 'try again' and 'under way', and changes after an answer", async () => {
    answers = ["cut off", { status: 503 }, { status: 409, headers: { "retry-after": "1" } }, { status: 201 }];
    for (let index = 0; index < 5; index += 1) await write({ name: "Bi" });
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(keys.slice(0, 4))).toEqual(new Set([keys[0]]));
    expect(keys[4]).not.toBe(keys[0]);
  });

  test("is one for a button that is pressed twice", async () => {
    answers = [{ status: 201 }, { status: 201 }];
    await Promise.all([write({ name: "An" }), write({ name: "An" })]);
    expect(keys[1]).toBe(keys[0]);
  });

  test("is another for another body, after a refusal, and a minute later", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    answers = [{ status: 400 }, { status: 503 }, "cut off", { status: 200 }];
    await write({ name: "A" });
    await write({ name: "A" });
    await write({ name: "B" });
    vi.setSystemTime(Date.now() + 61_000);
    await write({ name: "A" });
    vi.useRealTimers();
    expect(new Set(keys).size).toBe(4);
  });

  test("does not come with a read", async () => {
    await requestJson("/api/things");
    expect(keys).toEqual([null]);
  });
});
