"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { requestJson } from "@/lib/platform/http/request-json";
import { DEFAULT_PREFERENCES, type PlaybackPreferences } from "@/lib/playback/preferences/choices";

type Change = Partial<{ [Name in keyof PlaybackPreferences]: NonNullable<PlaybackPreferences[Name]> }>;

export type Preferences = { values: PlaybackPreferences; change: (change: Change) => void };

/** Whoever tries ten sizes in a row is asked about once. */
const KEEP_AFTER_MS = 700;

/** How the viewer watches: shown at once, kept by the server a moment later, and tried again when it was not reached. */
export function usePreferences(stored: PlaybackPreferences | null): Preferences {
  const [values, setValues] = useState(stored ?? DEFAULT_PREFERENCES);
  const [known, setKnown] = useState(stored);
  const waiting = useRef<Change>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (stored && stored !== known) {
    setKnown(stored);
    setValues({ ...stored, ...waiting.current });
  }

  const keep = useCallback(async () => {
    const change = waiting.current;
    if (Object.keys(change).length === 0) return;
    waiting.current = {};
    try {
      await requestJson("/api/playback/preferences", { method: "PATCH", body: change });
    } catch {
      waiting.current = { ...change, ...waiting.current };
    }
  }, []);

  useEffect(() => {
    const flush = () => void keep();
    window.addEventListener("online", flush);
    return () => {
      window.removeEventListener("online", flush);
      clearTimeout(timer.current);
      flush();
    };
  }, [keep]);

  const change = useCallback(
    (next: Change) => {
      setValues((old) => ({ ...old, ...next }));
      waiting.current = { ...waiting.current, ...next };
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void keep(), KEEP_AFTER_MS);
    },
    [keep],
  );
  return { values, change };
}
