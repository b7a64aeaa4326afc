import { describe, expect, test } from "vitest";
import type { Segment } from "@/lib/media";
import { creditsStart, isClosing, isSkippedByItself, segmentAt } from "@/lib/playback/client/segments";

const INTRO: Segment = { kind: "intro", start: 10, end: 40 };
const MIDDLE_CREDITS: Segment = { kind: "credits", start: 80, end: 90 };
const CREDITS: Segment = { kind: "credits", start: 180, end: 200 };
const ALL = [INTRO, MIDDLE_CREDITS, CREDITS];
const ASK = { intro: "ask", recap: "ask", credits: "ask" } as const;
const at = (seconds: number) => ({ seconds, durationSeconds: 200 });

describe("a segment is offered, skipped or left alone as the viewer chose", () => {
  test("it is offered from its first moment until a second before its end", () => {
    expect(segmentAt(ALL, at(9.9), ASK)).toBeNull();
    expect(segmentAt(ALL, at(10), ASK)).toEqual({ segment: INTRO, choice: "ask" });
    expect(segmentAt(ALL, at(38.9), ASK)?.segment).toBe(INTRO);
    expect(segmentAt(ALL, at(39), ASK)).toBeNull();
  });

  test("who chose skip for intros is still asked about credits", () => {
    const choices = { ...ASK, intro: "skip" } as const;
    expect(segmentAt(ALL, at(12), choices)?.choice).toBe("skip");
    expect(segmentAt(ALL, at(82), choices)?.choice).toBe("ask");
  });

  test("who chose never sees no button", () => {
    expect(segmentAt(ALL, at(12), { ...ASK, intro: "never" })).toBeNull();
  });

  test("credits that run to the end are nobody's to skip: what comes after them decides", () => {
    expect(segmentAt(ALL, at(185), { ...ASK, credits: "skip" })).toBeNull();
    expect(isClosing(CREDITS, 200)).toBe(true);
    expect(isClosing(MIDDLE_CREDITS, 200)).toBe(false);
  });
});

describe("a segment is skipped by itself only when it was come upon by playing", () => {
  const nowhere = new Set<number>();

  test("playing into it skips it", () => {
    expect(isSkippedByItself(INTRO, { from: 9.8, to: 10.05 }, nowhere)).toBe(true);
  });

  test("a film that begins with its intro skips that at once", () => {
    expect(isSkippedByItself({ ...INTRO, start: 0 }, { from: 0, to: 0.2 }, nowhere)).toBe(true);
  });

  test("so it does on a slow device, whose controls come when seconds of it have been played", () => {
    const first = { ...INTRO, start: 0 };
    expect(isSkippedByItself(first, { from: 0, to: 6, isFirst: true }, nowhere)).toBe(true);
    expect(isSkippedByItself(first, { from: 5, to: 6, isFirst: true }, nowhere)).toBe(false);
  });

  test("a jump into its middle, or over a minute to its beginning, does not", () => {
    expect(isSkippedByItself(INTRO, { from: 5, to: 25 }, nowhere)).toBe(false);
    expect(isSkippedByItself(INTRO, { from: 90, to: 10.2 }, nowhere)).toBe(false);
    expect(isSkippedByItself(INTRO, { from: 24.8, to: 25 }, nowhere)).toBe(false);
  });

  test("whoever pressed go back sees it to its end", () => {
    expect(isSkippedByItself(INTRO, { from: 9.9, to: 10.1 }, new Set([10]))).toBe(false);
  });
});

test("the next episode is offered with the credits, or shortly before the end where there are none", () => {
  expect(creditsStart(ALL, 200, 12)).toBe(180);
  expect(creditsStart([INTRO], 200, 12)).toBe(188);
  expect(creditsStart([], 5, 12)).toBe(0);
});
