"use client";

import { useCallback, useEffect, useState } from "react";
import { chooseSubtitle, subtitleToShow } from "@/lib/playback/client/choose-subtitle";
import type { Preferences } from "@/lib/playback/client/use-preferences";
import type { SubtitleChoice } from "@/lib/playback/schema";

type Options = {
  video: HTMLVideoElement;
  subtitles: SubtitleChoice[];
  preferences: Preferences;
  locale: string;
};

/**
 * Which subtitles are shown, as the viewer chose them on whatever device. The browser only parses them (`hidden`); the
 * player draws them itself: above its controls, in the viewer's own look, at the moment that they belong to.
 */
export function useSubtitles({ video, subtitles, preferences, locale }: Options) {
  const { values, change } = preferences;
  const [shown, setShown] = useState<SubtitleChoice | null>(null);
  const [track, setTrack] = useState<TextTrack | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: chosen once for a film; after that the person chooses
  useEffect(() => setShown(chooseSubtitle(subtitles, values)), [subtitles]);

  useEffect(() => {
    const elements = [...video.querySelectorAll("track")];
    const own = elements.find((element) => element.getAttribute("src") === shown?.url);
    for (const element of elements) {
      if (element.kind !== "metadata") element.track.mode = element === own ? "hidden" : "disabled";
    }
    setTrack(own?.track ?? null);
  }, [video, shown]);

  const choose = useCallback(
    (next: SubtitleChoice | null) => {
      setShown(next);
      change(next ? { wantsSubtitles: true, subtitleLanguage: next.language } : { wantsSubtitles: false });
    },
    [change],
  );
  const toggle = () => choose(shown ? null : subtitleToShow(subtitles, values.subtitleLanguage, locale));
  return { shown, track, choose, toggle };
}
