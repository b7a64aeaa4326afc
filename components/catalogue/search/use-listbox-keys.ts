"use client";

import { type KeyboardEvent, useState } from "react";

type Keys = {
  count: number;
  /** What the list is about: another question begins without a mark. */
  about: string;
  onChoose: (index: number) => void;
  onRemove: (index: number) => void;
  onClose: () => void;
};

/** The keys of a combobox (WAI-ARIA, list autocomplete): focus stays in the field, an option is only marked. */
export function useListboxKeys({ count, about, onChoose, onRemove, onClose }: Keys) {
  const [mark, setMark] = useState({ about, index: -1 });
  const active = mark.about === about ? Math.min(mark.index, count - 1) : -1;
  const setActive = (index: number) => setMark({ about, index });
  // The field itself is one of the places, so that going round leads back to what was typed.
  const step = (by: number) => setActive(((active + 1 + by + count + 1) % (count + 1)) - 1);
  const act = (key: string): boolean => {
    if (key === "ArrowDown") step(1);
    else if (key === "ArrowUp") step(-1);
    else if (key === "Escape") onClose();
    // Without a mark these keys move the caret and send the form, as in any field.
    else if (active < 0) return false;
    else if (key === "Home") setActive(0);
    else if (key === "End") setActive(count - 1);
    else if (key === "Enter") onChoose(active);
    else if (key === "Delete") onRemove(active);
    else return false;
    return true;
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
      return;
    if (act(event.key)) event.preventDefault();
  };
  return { active, setActive, press };
}
