import { describe, expect, it } from "vitest";
import { constantFrameRate, framesPerSecond } from "@/lib/media/pipeline/frame-rate";

const fps = (base: string | undefined, average: string | undefined) =>
  Math.round(framesPerSecond(constantFrameRate(base, average)) * 1000) / 1000;

describe("the constant frame rate", () => {
  it("is the source's own when that does not vary", () => {
    expect(fps("24000/1001", "24000/1001")).toBe(23.976);
    expect(fps("25/1", "25/1")).toBe(25);
    expect(fps("18/1", "18/1")).toBe(18);
  });

  it("is the nearest standard one for a phone that varies", () => {
    expect(fps("90000/1", "29480/1000")).toBe(29.97);
    expect(fps("1000/1", "2497/100")).toBe(25);
    expect(fps("120/1", "5907/100")).toBe(59.94);
  });

  it("is halved until it is at most 60", () => {
    expect(fps("120/1", "120/1")).toBe(60);
    expect(fps("240/1", "240/1")).toBe(60);
  });

  it("is 25 where the container says nothing", () => {
    expect(fps(undefined, "0/0")).toBe(25);
    expect(fps("0/0", "0/0")).toBe(25);
  });

  it("is at least 10 for a slide show", () => {
    expect(fps("1/5", "1/5")).toBe(10);
  });
});
