"use client";

import { type ComponentType, useEffect, useId, useRef, useState } from "react";
import { createPortal } from "react-dom";
import type { TitleMenuPanelProps } from "@/components/library/title-menu-panel";
import type { MenuPanelProps } from "@/components/ui/menu-button";

type Opened = TitleMenuPanelProps & { button: HTMLElement; isByKey: boolean };

const BUTTON = "[data-title-menu]";
const SAME_PRESS_MS = 400;
const load = () => import("@/components/library/title-menu-panel").then((file) => file.TitleMenuPanel);

/** Opens the menu of whichever title's button was pressed; its code is fetched when a pointer or the focus is there. */
export function TitleMenuHost() {
  const [Panel, setPanel] = useState<ComponentType<TitleMenuPanelProps & MenuPanelProps> | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const id = useId();
  const closed = useRef<{ button: HTMLElement; at: number } | null>(null);
  useEffect(() => {
    const buttonOf = ({ target }: Event) =>
      target instanceof Element ? target.closest<HTMLElement>(BUTTON) : null;
    const prepare = (event: Event) => {
      if (buttonOf(event))
        void load().then(
          (loaded) => setPanel(() => loaded),
          () => undefined,
        );
    };
    const open = (event: MouseEvent) => {
      const button = buttonOf(event);
      if (!button) return;
      prepare(event);
      // The press that closed the menu is not one that opens it again.
      if (closed.current?.button === button && event.timeStamp - closed.current.at < SAME_PRESS_MS) return;
      button.id ||= `title-menu${id}${button.dataset.titleMenu}`;
      const { titleMenu: movieId = "", title = "", type } = button.dataset;
      setOpened({
        button,
        movieId,
        title,
        type: type === "series" ? "series" : "movie",
        isByKey: event.detail === 0,
      });
    };
    document.addEventListener("pointerover", prepare, { passive: true });
    document.addEventListener("focusin", prepare);
    document.addEventListener("click", open);
    return () => {
      document.removeEventListener("pointerover", prepare);
      document.removeEventListener("focusin", prepare);
      document.removeEventListener("click", open);
    };
  }, [id]);
  useEffect(() => {
    const button = opened?.button;
    button?.setAttribute("aria-expanded", "true");
    return () => button?.setAttribute("aria-expanded", "false");
  }, [opened]);
  if (!opened || !Panel || !opened.button.parentElement) return null;
  const { button, isByKey, ...title } = opened;
  return createPortal(
    <Panel
      {...title}
      key={title.movieId}
      isOpen
      isOpenedByKey={isByKey}
      buttonId={button.id}
      onOpenChange={(isOpen) => {
        if (isOpen) return;
        closed.current = { button, at: performance.now() };
        setOpened(null);
      }}
    />,
    button.parentElement as Element,
  );
}
