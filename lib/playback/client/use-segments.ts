"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { Segment } from "@/lib/media";
import { isSkippedByItself, type SegmentChoices, segmentAt } from "@/lib/playback/client/segments";

const UNDO_MS = 8000;

type Options = {
  video: HTMLVideoElement;
  segments: Segment[];
  choices: SegmentChoices;
  seekTo: (seconds: number) => void;
};

/** What the viewer's choice makes of openings, recaps and credits in the middle of a film. */
export function useSegments({ video, segments, choices, seekTo }: Options) {
  const [offered, setOffered] = useState<Segment | null>(null);
  const [skipped, setSkipped] = useState<Segment | null>(null);
  const returned = useRef(new Set<number>());
  const before = useRef<number | null>(null);
  const step = useEffectEvent(() => {
    const { played, currentTime } = video;
    const began = played.length > 0 ? played.start(0) : currentTime;
    const move = { from: before.current ?? began, to: currentTime, isFirst: before.current === null };
    before.current = currentTime;
    const found = segmentAt(segments, { seconds: move.to, durationSeconds: video.duration || 0 }, choices);
    if (found?.choice === "skip" && isSkippedByItself(found.segment, move, returned.current)) {
      returned.current.add(found.segment.start);
      setSkipped(found.segment);
      setOffered(null);
      seekTo(found.segment.end);
    } else setOffered(found?.segment ?? null);
  });
  useEffect(() => {
    const listen = () => step();
    for (const name of ["timeupdate", "seeking", "seeked"]) video.addEventListener(name, listen);
    return () => {
      for (const name of ["timeupdate", "seeking", "seeked"]) video.removeEventListener(name, listen);
    };
  }, [video]);
  useEffect(() => {
    if (!skipped) return;
    const timer = setTimeout(() => setSkipped(null), UNDO_MS);
    return () => clearTimeout(timer);
  }, [skipped]);
  const skip = () => offered && seekTo(offered.end);
  const goBack = () => {
    if (skipped) seekTo(skipped.start);
    setSkipped(null);
  };
  return { offered, skipped, skip, goBack };
}
