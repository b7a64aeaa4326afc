"use client";

import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { cuesAt, nextChange } from "@/lib/playback/client/cues-at";

/** Moments at which what is spoken may be another, or the clock runs differently from here on. */
const EVENTS = [
  "seeking",
  "seeked",
  "play",
  "playing",
  "pause",
  "waiting",
  "ratechange",
  "timeupdate",
  "loadeddata",
];
/** A clock that stands still just before a line is looked at so often, and not without end. */
const SOONEST_MS = 15;

/**
 * The lines of a track that are spoken now, `delaySeconds` later than they stand in it. Looked at with each frame that is
 * shown, so that none is painted with the line of another, and when the next one begins or ends, where no frame comes.
 */
export function useLines(video: HTMLVideoElement, track: TextTrack | null, delaySeconds: number): VTTCue[] {
  const [lines, setLines] = useState<VTTCue[]>([]);
  useEffect(() => {
    if (!track) return setLines([]);
    let before: VTTCue[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      clearTimeout(timer);
      const cues = (track.cues ?? []) as ArrayLike<VTTCue>;
      const seconds = video.currentTime - delaySeconds;
      const next = cuesAt(cues, seconds);
      const isNew = !isSame(before, next);
      before = next;
      const change = isRunning(video) ? nextChange(cues, seconds) : null;
      if (change !== null) {
        timer = setTimeout(show, Math.max(SOONEST_MS, ((change - seconds) / video.playbackRate) * 1000));
      }
      return isNew;
    };
    // At once, within the frame: what React has to do besides can wait.
    const show = () => read() && flushSync(() => setLines(before));
    const stop = listen(video, track, show);
    read();
    setLines(before);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [video, track, delaySeconds]);
  return lines;
}

/** Calls whenever what is spoken may be another; answers how to stop. */
function listen(video: HTMLVideoElement, track: TextTrack, show: () => void): () => void {
  const closing = new AbortController();
  const { signal } = closing;
  for (const name of EVENTS) video.addEventListener(name, show, { signal });
  // A track that was just chosen is still on its way.
  const element = [...video.querySelectorAll("track")].find((one) => one.track === track);
  element?.addEventListener("load", show, { signal });
  const frame = () => {
    show();
    pending = video.requestVideoFrameCallback(frame);
  };
  let pending = video.requestVideoFrameCallback?.(frame);
  return () => {
    closing.abort();
    if (pending !== undefined) video.cancelVideoFrameCallback(pending);
  };
}

function isRunning({ paused, ended, seeking, readyState, playbackRate }: HTMLVideoElement): boolean {
  return !paused && !ended && !seeking && playbackRate > 0 && readyState >= HTMLMediaElement.HAVE_FUTURE_DATA;
}

const isSame = (one: VTTCue[], other: VTTCue[]) =>
  one.length === other.length && one.every((cue, index) => cue === other[index]);
