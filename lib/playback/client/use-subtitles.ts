"use client";

import { useCallback, useEffect, useState } from "react";
import type { SubtitleChoice } from "@/lib/playback/schema";

const STORED = "cineverse:subtitles";
const OFF = "off";

/**
 * Which subtitles are shown, remembered on this device. The browser only parses them (`hidden`); the player draws them
 * itself, above its controls and large enough.
 */
export function useSubtitles(video: HTMLVideoElement | null, subtitles: SubtitleChoice[]) {
  const [language, setLanguage] = useState<string | null>(null);
  const [lines, setLines] = useState<VTTCue[]>([]);

  useEffect(() => setLanguage(firstLanguage(subtitles)), [subtitles]);

  useEffect(() => {
    const tracks = video ? [...video.textTracks].filter(({ kind }) => kind !== "metadata") : [];
    const shown = tracks.find((track) => track.language === language);
    for (const track of tracks) track.mode = track === shown ? "hidden" : "disabled";
    if (!shown) return setLines([]);
    const read = () => setLines([...(shown.activeCues ?? [])] as VTTCue[]);
    shown.addEventListener("cuechange", read);
    read();
    return () => shown.removeEventListener("cuechange", read);
  }, [video, language]);

  const choose = useCallback((next: string | null) => {
    localStorage.setItem(STORED, next ?? OFF);
    setLanguage(next);
  }, []);
  const toggle = useCallback(() => {
    choose(language ? null : (subtitles[0]?.language ?? null));
  }, [choose, language, subtitles]);
  return { language, lines, choose, toggle };
}

function firstLanguage(subtitles: SubtitleChoice[]): string | null {
  const stored = localStorage.getItem(STORED);
  if (stored === OFF) return null;
  const known = (wanted: string | null) => subtitles.find(({ language }) => language === wanted)?.language;
  return known(stored) ?? subtitles.find(({ isDefault }) => isDefault)?.language ?? null;
}
