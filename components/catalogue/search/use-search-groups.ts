"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import {
  type OptionGroup,
  toFirstGroups,
  toGroups,
  toTitleOption,
} from "@/components/catalogue/search/options";
import { usePopular, useSuggestions } from "@/lib/catalogue/client";

/** Fingers that roll over keys ask once; whoever types a letter at a time is answered to each at once. */
const BETWEEN_QUESTIONS_MS = 60;
const POPULAR = 5;

/** What the list under the field shows; the last answer stays until the next one is there. */
export function useSearchGroups(text: string, recent: string[]) {
  const t = useTranslations("catalogue.suggestions");
  const asked = text.trim();
  const paused = usePaused(asked);
  const { data, isError, isKept } = useSuggestions(asked, paused);
  const isEmpty = asked === "";
  const found = data && data.titles.length + data.people.length + data.episodes.length + data.genres.length;
  const isNothing = !isEmpty && found === 0 && !isKept;
  const { data: popular } = usePopular(isEmpty || isNothing);
  const titles = popular?.cards.slice(0, POPULAR) ?? [];
  const isAnswered = isEmpty || data !== undefined || isError;
  return {
    isNothing,
    found: isEmpty || isKept ? null : (found ?? null),
    groups: isEmpty
      ? toFirstGroups(recent, titles, t("forgetAll"))
      : [...(isAnswered ? toGroups(asked, data) : []), ...(isNothing ? popularGroup(titles) : [])],
  };
}

function popularGroup(titles: Parameters<typeof toTitleOption>[0][]): OptionGroup[] {
  return titles.length > 0 ? [{ name: "popular", options: titles.map(toTitleOption) }] : [];
}

/** The value at once, or, soon after another one, once it has stood for a moment. */
function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  const changedAt = useRef(0);
  useEffect(() => {
    const sinceMs = performance.now() - changedAt.current;
    changedAt.current = performance.now();
    if (sinceMs >= BETWEEN_QUESTIONS_MS) return setPaused(value);
    const timer = setTimeout(() => setPaused(value), BETWEEN_QUESTIONS_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
