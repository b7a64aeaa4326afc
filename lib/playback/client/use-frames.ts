"use client";

import { useEffect, useEffectEvent } from "react";

/**
 * Calls with the seconds of every frame that is shown, which is when its lines are due; `timeupdate` comes four times a
 * second. Where frames are not told of, and while paused, the element's own events do.
 */
export function useFrames(
  video: HTMLVideoElement,
  isActive: boolean,
  onFrame: (seconds: number) => void,
): void {
  const frame = useEffectEvent(onFrame);
  useEffect(() => {
    if (!isActive) return;
    let pending: number | undefined;
    const shown: VideoFrameRequestCallback = (_now, { mediaTime }) => {
      frame(mediaTime);
      pending = video.requestVideoFrameCallback(shown);
    };
    pending = video.requestVideoFrameCallback?.(shown);
    const read = () => frame(video.currentTime);
    const events = ["seeked", "timeupdate", "loadeddata"];
    for (const name of events) video.addEventListener(name, read);
    read();
    return () => {
      if (pending !== undefined) video.cancelVideoFrameCallback(pending);
      for (const name of events) video.removeEventListener(name, read);
    };
  }, [video, isActive]);
}
