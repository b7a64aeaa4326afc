import { describe, expect, test } from "vitest";
import { MESSAGES } from "@/lib/i18n/messages";
import { cornerAt, cornerTowards, nextCorner } from "@/lib/playback/client/corner";
import { frameAfter, type PlayerActions, SPEEDS } from "@/lib/playback/client/player-actions";
import { PLAYER_KEYS, runKey } from "@/lib/playback/client/player-keys";
import { TapReader } from "@/lib/playback/client/taps";

/** Every action notes its name and what it was given. */
function recorded() {
  const calls: string[] = [];
  const actions = new Proxy({} as PlayerActions, {
    get: (_target, name) => (value?: number) =>
      calls.push(value === undefined ? String(name) : `${String(name)} ${value}`),
  });
  return { calls, press: (key: string) => (runKey(key, actions) ? calls.splice(0).join() : null) };
}

/** The usual keys, as the field knows them, and what each does. */
const USUAL: [string, string][] = [
  [" ", "togglePlay"],
  ["k", "togglePlay"],
  ["j", "seekBy -10"],
  ["l", "seekBy 10"],
  ["ArrowLeft", "seekBy -5"],
  ["ArrowRight", "seekBy 5"],
  ["ArrowUp", "changeVolume 0.05"],
  ["ArrowDown", "changeVolume -0.05"],
  ["m", "toggleMute"],
  ["f", "toggleFullscreen"],
  ["c", "toggleSubtitles"],
  ["i", "toggleMini"],
  ["t", "toggleTheatre"],
  ["p", "togglePip"],
  ["s", "toggleStats"],
  [",", "stepFrames -1"],
  [".", "stepFrames 1"],
  ["<", "changeSpeed -1"],
  [">", "changeSpeed 1"],
  ["n", "playNext"],
  ["?", "showKeys"],
  ...Array.from({ length: 10 }, (_, digit): [string, string] => [
    String(digit),
    `seekToFraction ${digit / 10}`,
  ]),
];

describe("the player's keys", () => {
  test.each(USUAL)("%j does %s", (key, does) => {
    expect(recorded().press(key)).toBe(does);
  });

  test("capitals do the same", () => {
    expect(recorded().press("K")).toBe("togglePlay");
  });

  test("the list names every key that does something, and no other", () => {
    const listed = PLAYER_KEYS.flatMap(({ keys }) => keys);
    expect([...listed].sort()).toEqual(USUAL.map(([key]) => key).sort());
    expect(new Set(listed).size).toBe(listed.length);
    expect(PLAYER_KEYS.map(({ name }) => name).sort()).toEqual(
      Object.keys(MESSAGES.en.playback.keys.meanings).sort(),
    );
  });

  test("a key without a meaning is left to the browser", () => {
    for (const key of ["a", "Tab", "F5", "Home", "Meta"]) expect(recorded().press(key)).toBeNull();
  });

  test("keys of a remote control work without being listed", () => {
    expect(recorded().press("MediaPlayPause")).toBe("togglePlay");
    expect(recorded().press("Escape")).toBe("leaveControls");
  });
});

describe("a step of one frame", () => {
  test.each([23.976, 24, 25, 29.97, 50, 59.94])("at %s frames a second shows each frame once", (rate) => {
    let seconds = 0;
    for (let frame = 1; frame <= 200; frame += 1) {
      seconds = frameAfter(seconds, 1, rate);
      expect(Math.floor(seconds * rate)).toBe(frame);
    }
    for (let frame = 199; frame >= 0; frame -= 1) {
      seconds = frameAfter(seconds, -1, rate);
      expect(Math.floor(seconds * rate)).toBe(frame);
    }
    expect(frameAfter(seconds, -1, rate)).toBeGreaterThanOrEqual(0);
  });
});

test("speeds go from a quarter to double", () => {
  expect([SPEEDS[0], SPEEDS.at(-1)]).toEqual([0.25, 2]);
});

describe("the small player's corner", () => {
  test("follows the arrows, also where one reads from right to left", () => {
    expect(cornerTowards("bottom-end", "ArrowUp", true)).toBe("top-end");
    expect(cornerTowards("bottom-end", "ArrowLeft", true)).toBe("bottom-start");
    expect(cornerTowards("bottom-end", "ArrowLeft", false)).toBe("bottom-end");
    expect(cornerTowards("bottom-end", "Enter", true)).toBeNull();
  });

  test("goes once round by its button, and to the nearest one when dragged", () => {
    expect(nextCorner(nextCorner(nextCorner(nextCorner("top-start"))))).toBe("top-start");
    const window = { innerWidth: 1000, innerHeight: 800 };
    expect(cornerAt({ x: 100, y: 700 }, window, true)).toBe("bottom-start");
    expect(cornerAt({ x: 100, y: 100 }, window, false)).toBe("top-end");
  });
});

describe("taps", () => {
  test("two near an edge jump, the third goes on", () => {
    const taps = new TapReader();
    expect(taps.tap(0.9, 0)).toBeNull();
    expect(taps.tap(0.88, 200)).toEqual({ side: "forward", seconds: 10 });
    expect(taps.tap(0.9, 400)).toEqual({ side: "forward", seconds: 20 });
  });

  test("slow ones, on both sides, or in the middle do not", () => {
    const taps = new TapReader();
    expect([taps.tap(0.1, 0), taps.tap(0.1, 900)]).toEqual([null, null]);
    expect([taps.tap(0.1, 2000), taps.tap(0.9, 2100)]).toEqual([null, null]);
    expect([taps.tap(0.5, 4000), taps.tap(0.5, 4100)]).toEqual([null, null]);
  });
});
