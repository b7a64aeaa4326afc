import { describe, expect, test } from "vitest";
import { canPlay, listQualities, resumeSeconds, startRendition } from "@/lib/playback/policy";
import { asset, PLANS, source } from "./source";

const heights = (verdict: ReturnType<typeof canPlay>) =>
  verdict.isAllowed ? verdict.renditions.map(({ height }) => height) : null;

describe("who may play", () => {
  test("a free account plays a free title up to 480 lines", () => {
    expect(heights(canPlay(source("free", "free")))).toEqual([240, 480]);
  });

  test("a premium account gets 1080 and not 2160", () => {
    expect(heights(canPlay(source("premium", "premium")))).toEqual([240, 480, 720, 1080]);
  });

  test("a free account is told that a premium title needs Premium", () => {
    expect(canPlay(source("free", "premium"))).toEqual({
      isAllowed: false,
      reason: "plan",
      neededPlan: { tier: "premium", name: "Premium" },
    });
  });

  test("an account without an entitlement plays nothing", () => {
    expect(canPlay({ ...source("free", "free"), entitlement: null })).toMatchObject({ reason: "plan" });
  });

  test("a title whose film is not packaged yet is not ready", () => {
    expect(canPlay({ ...source("free", "free"), asset: null })).toMatchObject({ reason: "not-ready" });
    expect(canPlay(source("free", "free", []))).toMatchObject({ reason: "not-ready" });
  });

  test("what a plan is too low for is refused before anything is said of the film", () => {
    expect(canPlay({ ...source("free", "basic"), asset: null })).toMatchObject({ reason: "plan" });
  });

  test("a film with nothing as low as the plan names the plan that opens it", () => {
    expect(canPlay(source("free", "free", [720]))).toMatchObject({ neededPlan: { tier: "basic" } });
  });
});

describe("what the quality menu shows", () => {
  test("every height, highest first, with the plan that opens those above", () => {
    expect(listQualities(source("free", "free"))).toEqual([
      { height: 2160, isAllowed: false, neededPlan: { tier: "vip", name: "VIP" } },
      { height: 1080, isAllowed: false, neededPlan: { tier: "premium", name: "Premium" } },
      { height: 720, isAllowed: false, neededPlan: { tier: "basic", name: "Basic" } },
      { height: 480, isAllowed: true, neededPlan: null },
      { height: 240, isAllowed: true, neededPlan: null },
    ]);
  });

  test("a height that no plan opens names none", () => {
    const found = listQualities({ ...source("vip", "free"), asset: asset([4320]), plans: PLANS });
    expect(found).toEqual([{ height: 4320, isAllowed: false, neededPlan: null }]);
  });
});

describe("where it goes on", () => {
  test.each([
    [null, 0],
    [{ progress_seconds: 20, watch_percentage: 1 }, 0],
    [{ progress_seconds: 60, watch_percentage: 1 }, 60],
    [{ progress_seconds: 9.5, watch_percentage: 38 }, 9.5],
    [{ progress_seconds: 5300, watch_percentage: 89.9 }, 5300],
    [{ progress_seconds: 5400, watch_percentage: 90 }, 0],
  ])("after %j it begins at %d s", (resume, expected) => {
    expect(resumeSeconds(resume)).toBe(expected);
  });
});

describe("a film begins with", () => {
  test.each([
    [[240, 480, 1080], 480],
    [[2160, 360, 720], 360],
    [[1080, 720], 720],
  ])("of %j the rendition of %i lines", (heights, expected) => {
    expect(startRendition(asset(heights).renditions)?.height).toBe(expected);
  });

  test("nothing where there is nothing", () => {
    expect(startRendition([])).toBeUndefined();
  });
});
