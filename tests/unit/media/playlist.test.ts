import { describe, expect, it } from "vitest";
import { measureBandwidth, parsePlaylist, playlistSeconds } from "@/lib/media/pipeline/playlist";

const playlist = (segments: [seconds: number, bytes: number, offset: number][], end = "#EXT-X-ENDLIST\n") =>
  `#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-MAP:URI="video-240.mp4",BYTERANGE="800@0"\n${segments
    .map(
      ([seconds, bytes, offset]) =>
        `#EXTINF:${seconds.toFixed(6)},\n#EXT-X-BYTERANGE:${bytes}@${offset}\nvideo-240.mp4\n`,
    )
    .join("")}${end}`;

describe("a byte-range playlist", () => {
  it("is read with its ranges and its length", () => {
    const parsed = parsePlaylist(
      playlist([
        [4, 1000, 800],
        [2.5, 500, 1800],
      ]),
    );
    expect(parsed).toMatchObject({ fileName: "video-240.mp4", initBytes: 800 });
    expect(parsed.segments[1]).toEqual({ durationSeconds: 2.5, bytes: 500, offset: 1800 });
    expect(playlistSeconds(parsed)).toBe(6.5);
  });

  it("is refused with a hole, an overlap or no end", () => {
    expect(() =>
      parsePlaylist(
        playlist([
          [4, 1000, 800],
          [4, 500, 1900],
        ]),
      ),
    ).toThrow("hole");
    expect(() =>
      parsePlaylist(
        playlist([
          [4, 1000, 800],
          [4, 500, 1700],
        ]),
      ),
    ).toThrow("hole");
    expect(() => parsePlaylist(playlist([[4, 1000, 800]], ""))).toThrow("no end");
    expect(() => parsePlaylist("#EXTM3U\n")).toThrow("initialisation");
  });

  it("measures the peak over runs near the target duration, so that a tiny last segment does not rule", () => {
    const parsed = parsePlaylist(
      playlist([
        [4, 500_000, 800],
        [4, 1_000_000, 500_800],
        [0.04, 50_000, 1_500_800],
      ]),
    );
    const { bandwidth, averageBandwidth } = measureBandwidth(parsed);
    expect(averageBandwidth).toBe(Math.ceil((1_550_000 * 8) / 8.04));
    expect(bandwidth).toBe(Math.ceil((1_050_000 * 8) / 4.04));
  });

  it("never has a peak below the average", () => {
    const { bandwidth, averageBandwidth } = measureBandwidth(parsePlaylist(playlist([[0.5, 9000, 800]])));
    expect(bandwidth).toBe(averageBandwidth);
  });
});
