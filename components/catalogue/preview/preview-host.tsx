"use client";

import { type ComponentType, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { PreviewProps } from "@/components/catalogue/preview/preview-panel";
import { watchIntent } from "@/components/catalogue/preview/watch-intent";

const load = () => import("@/components/catalogue/preview/preview-panel").then((file) => file.PreviewPanel);

/** Shows more of whichever title a pointer or the keyboard's focus rests on: one at a time, never for touch. */
export function PreviewHost({ mayMove }: { mayMove: boolean }) {
  const [Panel, setPanel] = useState<ComponentType<PreviewProps> | null>(null);
  const [card, setCard] = useState<HTMLElement | null>(null);
  useEffect(
    () =>
      watchIntent({
        onNear: () =>
          void load().then(
            (loaded) => setPanel(() => loaded),
            () => undefined,
          ),
        onChange: setCard,
      }),
    [],
  );
  const slug = card?.querySelector("a[href^='/title/']")?.getAttribute("href")?.slice("/title/".length);
  if (!card?.isConnected || !Panel || !slug) return null;
  // Inside the card, so that Tab goes from the title into its preview and on to the next title.
  return createPortal(<Panel key={slug} card={card} slug={slug} mayMove={mayMove} />, card);
}
