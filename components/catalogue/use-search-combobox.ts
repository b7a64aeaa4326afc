"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useDeferredValue, useEffect, useState } from "react";
import { type SearchOption, toSearchOptions } from "@/components/catalogue/search-options";
import { useSuggestions } from "@/lib/catalogue/client";

const TYPING_PAUSE_MS = 220;
const NOTHING = { titles: [], people: [], genres: [] };

/** The keys and states of a combobox (WAI-ARIA, list autocomplete): focus stays in the field, an option is only marked. */
export function useSearchCombobox(initial: string) {
  const router = useRouter();
  const [text, setText] = useState(initial);
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const query = usePaused(text.trim());
  const { data, isError } = useSuggestions(isOpen ? query : "");
  // Without an answer the way to all results is still offered.
  const isAsked = isOpen && query.length >= 2 && (data !== undefined || isError);
  const options = useDeferredValue(isAsked ? toSearchOptions(text.trim(), data ?? NOTHING) : []);
  const isShown = isAsked && options.length > 0;

  const close = () => {
    setIsOpen(false);
    setActive(-1);
  };
  const go = (href: string) => {
    close();
    router.push(href);
  };
  const move = (step: number) => {
    if (!isShown) {
      setIsOpen(true);
      setActive(step > 0 ? 0 : -1);
      return;
    }
    const places = options.length + 1;
    // The field itself is one of the places, so that going round leads back to what was typed.
    setActive((place) => ((place + 1 + step + places) % places) - 1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape" && isShown) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter") {
      const chosen: SearchOption | undefined = isShown ? options[active] : undefined;
      if (!chosen) return;
      event.preventDefault();
      go(chosen.href);
    }
  };
  const type = (value: string) => {
    setText(value);
    setActive(-1);
    setIsOpen(true);
  };
  return { text, type, options, active, isShown, open: () => setIsOpen(true), close, go, onKeyDown };
}

/** The last value that stood for a moment: a question per pause, not per letter. */
function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
