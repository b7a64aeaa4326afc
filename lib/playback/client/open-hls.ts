import Hls, { type ErrorData, Events } from "hls.js";
import { BUFFER_SECONDS, createHls, type Renewal } from "@/lib/playback/client/attach-hls";
import { beginPlaying, type Source } from "@/lib/playback/client/stream-engine";
import { SAVER_MAXIMUM_HEIGHT } from "@/lib/playback/limits";

/** Whoever saves data and leaves has not downloaded half a minute for nothing. */
const SAVER_BUFFER_SECONDS = 12;

export const canPlayWithHls = () => Hls.isSupported();

/** A stream that plays already, though nobody of the page may know of it yet. */
export type OpenHls = {
  hls: Hls;
  renewal: Renewal;
  /** What nobody heard of so far. */
  errors: ErrorData[];
};

/** Begins to play: everything that the first picture needs, and nothing else. */
export function openHls(source: Source): OpenHls {
  const renewal: Renewal = { session: null, isDue: false };
  const errors: ErrorData[] = [];
  const hls = createHls(source, renewal);
  hls.on(Events.ERROR, (_event, data) => renewal.session === null && errors.push(data));
  hls.once(Events.MANIFEST_PARSED, () => {
    hls.startLevel = indexOf(hls, source.playback.startHeight);
    saveData(hls, source.isSaving);
    beginPlaying(source.video);
  });
  keepStart(source);
  hls.loadSource(source.playback.masterUrl);
  hls.attachMedia(source.video);
  return { hls, renewal, errors };
}

/** Whoever pauses while the first jump is on its way finds Chromium at the very beginning afterwards. */
function keepStart({ video, startSeconds }: Source): void {
  const arrived = () => {
    if (startSeconds > 1 && video.currentTime < 1) video.currentTime = startSeconds;
  };
  video.addEventListener("seeked", arrived, { once: true });
}

export const indexOf = (hls: Hls, height: number) => hls.levels.findIndex((level) => level.height === height);

/** A height that somebody chose stays theirs: only what is automatic is capped. */
export function saveData(hls: Hls, isSaving: boolean): void {
  // The cap by size sets the same limit anew with every change of size: the two exclude each other.
  hls.capLevelToPlayerSize = !isSaving;
  const allowed = hls.levels.findLastIndex(({ height }) => height <= SAVER_MAXIMUM_HEIGHT);
  if (isSaving) hls.autoLevelCapping = Math.max(0, allowed);
  hls.config.maxBufferLength = isSaving ? SAVER_BUFFER_SECONDS : BUFFER_SECONDS;
}
