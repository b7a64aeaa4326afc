import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { MARK_HEADER, readMark, signMark } from "@/lib/platform/gate/mark";
import { stubEnvironment } from "./stub-env";

const ID = "7f1d1f0e-8d7e-4f43-9a52-111111111111";
const marked = (mark: string) => new Headers({ [MARK_HEADER]: mark });

beforeEach(() => {
  stubEnvironment();
  vi.useFakeTimers({ now: Date.parse("2026-11-26T10:00:59Z"), toFake: ["Date"] });
});
afterEach(() => vi.useRealTimers());

test("a mark of the gate is believed, also when a minute ends on the way", async () => {
  const mark = await signMark({ requestId: ID, limit: "search" });
  expect(await readMark(marked(mark))).toEqual({ requestId: ID, limit: "search" });
  vi.setSystemTime(Date.parse("2026-11-26T10:01:02Z"));
  expect(await readMark(marked(mark))).toEqual({ requestId: ID, limit: "search" });
});

test("an old mark, a made-up one and none are not", async () => {
  const mark = await signMark({ requestId: ID, limit: null });
  vi.setSystemTime(Date.parse("2026-11-26T10:05:00Z"));
  expect(await readMark(marked(mark))).toBeNull();
  expect(await readMark(marked(`${ID}.search.${"0".repeat(64)}`))).toBeNull();
  expect(await readMark(marked(`${ID}.search.`))).toBeNull();
  expect(await readMark(new Headers())).toBeNull();
});
