import { describe, expect, it } from "vitest";
import { ladderFor } from "@/lib/media/pipeline/ladder";

const heights = (width: number, height: number, fps = 25) =>
  ladderFor({ width, height, fps }).map((rung) => rung.height);

describe("the ladder", () => {
  it("has every rung up to the source's height", () => {
    expect(heights(3840, 2160)).toEqual([240, 360, 480, 720, 1080, 1440, 2160]);
    expect(heights(1920, 1080)).toEqual([240, 360, 480, 720, 1080]);
    expect(heights(640, 360)).toEqual([240, 360]);
  });

  it("never scales up, not even a source below the lowest rung", () => {
    expect(ladderFor({ width: 256, height: 144, fps: 25 })).toEqual([
      { height: 144, width: 256, maxBitrate: 200_000 },
    ]);
    for (const height of [100, 241, 359, 481, 719, 1079, 1441, 2159]) {
      for (const rung of ladderFor({ width: height * 2, height, fps: 25 })) {
        expect(rung.height).toBeLessThanOrEqual(height);
        expect(rung.width).toBeLessThanOrEqual(height * 2);
      }
    }
  });

  it("keeps a height of its own for a source far above its best rung", () => {
    expect(heights(1920, 1036)).toEqual([240, 360, 480, 720, 1036]);
    expect(heights(1024, 576)).toEqual([240, 360, 480, 576]);
    expect(heights(848, 481)).toEqual([240, 360, 480]);
  });

  it("stops at 2160 for an 8K source", () => {
    expect(heights(7680, 4320).at(-1)).toBe(2160);
  });

  it("makes every side even and keeps the aspect to a pixel", () => {
    for (const [width, height] of [
      [853, 481],
      [1279, 719],
      [427, 239],
      [1080, 1920],
      [1919, 803],
    ] as const) {
      for (const rung of ladderFor({ width, height, fps: 25 })) {
        expect([rung.width % 2, rung.height % 2]).toEqual([0, 0]);
        expect(Math.abs(rung.width - (width * rung.height) / height)).toBeLessThanOrEqual(2);
      }
    }
  });

  it("gives more bits to more lines and to more pictures a second", () => {
    const slow = ladderFor({ width: 3840, height: 2160, fps: 24 }).map((rung) => rung.maxBitrate);
    expect([...slow].sort((one, other) => one - other)).toEqual(slow);
    const fast = ladderFor({ width: 3840, height: 2160, fps: 60 }).map((rung) => rung.maxBitrate);
    for (const [position, bitrate] of fast.entries()) expect(bitrate).toBeGreaterThan(slow[position] ?? 0);
  });
});
