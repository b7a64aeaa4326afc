import { describe, expect, test, vi } from "vitest";
import { ServerClock } from "@/lib/platform/server-clock";
import { SignedUrls } from "@/lib/playback/client/signed-urls";
import { parseEpisodePart, watchPath } from "@/lib/playback/paths";

describe("sequences of reports", () => {
  test("follow the server's clock on a device that is a day behind", () => {
    const serverTime = Date.now() + 86_400_000;
    expect(new ServerClock(serverTime).next()).toBeGreaterThanOrEqual(serverTime);
  });

  test("grow within one millisecond and when the clock is set back", () => {
    vi.useFakeTimers();
    const clock = new ServerClock(Date.now());
    const first = clock.next();
    vi.setSystemTime(Date.now() - 60_000);
    const second = clock.next();
    vi.useRealTimers();
    expect(second).toBe(first + 1);
  });
});

test("an object is asked for at its newest address, and an unknown one as it stands", () => {
  const urls = new SignedUrls();
  urls.add(["http://storage.test/sign/a.mp4?token=2"]);
  expect(urls.newest("http://storage.test/sign/a.mp4?token=1")).toBe(
    "http://storage.test/sign/a.mp4?token=2",
  );
  expect(urls.newest("http://storage.test/sign/b.mp4?token=1")).toBe(
    "http://storage.test/sign/b.mp4?token=1",
  );
});

test("a watch address names an episode and is read back", () => {
  expect(watchPath("a-series", { season: 2, number: 11 })).toBe("/watch/a-series/s2e11");
  expect(parseEpisodePart("s2e11")).toEqual({ season: 2, number: 11 });
  expect(parseEpisodePart("s2e11/../..")).toBeNull();
  expect(parseEpisodePart("e1")).toBeNull();
});
