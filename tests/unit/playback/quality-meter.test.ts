import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { QualityMeter } from "@/lib/playback/client/quality-meter";

/** As much of a video element as the meter asks. */
class Video extends EventTarget {
  currentTime = 0;
  seeking = false;
  paused = false;
  ended = false;
  dropped = 3;
  getVideoPlaybackQuality = () => ({ droppedVideoFrames: this.dropped });

  say(name: string, change: Partial<Pick<Video, "currentTime" | "seeking" | "paused">> = {}) {
    Object.assign(this, change);
    this.dispatchEvent(new Event(name));
  }
}

let video: Video;
let meter: QualityMeter;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", { screen: { width: 1440, height: 900 } });
  video = new Video();
  const { signal } = new AbortController();
  meter = new QualityMeter(video as unknown as HTMLVideoElement, performance.now(), signal);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("the start is from asking to the first picture, and is measured once", () => {
  vi.advanceTimersByTime(450);
  video.say("playing");
  vi.advanceTimersByTime(5000);
  video.say("playing");
  expect(meter.figures()).toMatchObject({ startupTimeMs: 450, screen: "1440x900" });
});

test("a stall is counted, the start and a jump are not", () => {
  video.say("waiting");
  vi.advanceTimersByTime(1000);
  video.say("playing");
  video.say("waiting", { seeking: true });
  vi.advanceTimersByTime(1000);
  video.say("playing", { seeking: false });
  expect(meter.figures()).toMatchObject({ bufferCount: 0, bufferingSeconds: 0 });
  video.say("waiting");
  vi.advanceTimersByTime(2500);
  expect(meter.figures()).toMatchObject({ bufferCount: 1, bufferingSeconds: 2.5 });
  video.say("playing");
  vi.advanceTimersByTime(9000);
  expect(meter.figures()).toMatchObject({ bufferCount: 1, bufferingSeconds: 2.5 });
});

test("the bit rate is an average over what was watched, and the first rendition is no change", () => {
  video.say("playing");
  meter.setBitrate(1_000_000);
  video.say("timeupdate", { currentTime: 3 });
  meter.setBitrate(4_000_000);
  video.say("timeupdate", { currentTime: 4 });
  meter.setBitrate(4_000_000);
  expect(meter.figures()).toMatchObject({
    averageBitrate: 1_750_000,
    qualityChangeCount: 1,
    watchedSeconds: 4,
  });
});

test("what was jumped over was not watched, and frames dropped before are another stream's", () => {
  video.say("playing");
  video.say("timeupdate", { currentTime: 2 });
  video.say("seeking", { currentTime: 600 });
  video.say("timeupdate", { currentTime: 600 });
  video.say("timeupdate", { currentTime: 601 });
  video.dropped = 5;
  expect(meter.figures()).toMatchObject({ watchedSeconds: 3, seekCount: 1, droppedFrames: 2 });
});
