"use client";

import { ChevronsLeft, ChevronsRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { classes } from "@/components/ui/classes";
import type { PlayerActions } from "@/lib/playback/client/player-actions";
import { TapReader } from "@/lib/playback/client/taps";

type Props = { controller: HTMLElement; video: HTMLVideoElement; actions: PlayerActions };
type Jump = { side: "back" | "forward"; seconds: number; id: number };

const SHOWN_MS = 700;

/**
 * A click plays and pauses, two fill the screen. On touch one tap shows the controls (media-chrome does that) and two near
 * an edge jump, further with each one that follows.
 */
export function Gestures({ controller, video, actions }: Props) {
  const t = useTranslations("playback.player");
  const [taps] = useState(() => new TapReader());
  const [jump, setJump] = useState<Jump | null>(null);
  const isPicture = (event: Event) => event.composedPath()[0] === video || event.target === controller;
  const click = useEffectEvent((event: MouseEvent) => {
    if (isPicture(event) && (event as PointerEvent).pointerType !== "touch") actions.togglePlay();
  });
  const doubleClick = useEffectEvent((event: MouseEvent) => {
    if (isPicture(event) && !taps.wasTouch) actions.toggleFullscreen();
  });
  const tap = useEffectEvent((event: PointerEvent) => {
    if (!isPicture(event) || event.pointerType !== "touch") return;
    const box = video.getBoundingClientRect();
    const found = taps.tap((event.clientX - box.left) / box.width, event.timeStamp);
    if (!found) return;
    actions.seekBy(found.side === "back" ? -10 : 10);
    setJump({ ...found, id: event.timeStamp });
  });
  useEffect(() => {
    const onClick = (event: MouseEvent) => click(event);
    const onDouble = (event: MouseEvent) => doubleClick(event);
    const onTap = (event: PointerEvent) => tap(event);
    controller.addEventListener("click", onClick);
    controller.addEventListener("dblclick", onDouble);
    controller.addEventListener("pointerup", onTap);
    return () => {
      controller.removeEventListener("click", onClick);
      controller.removeEventListener("dblclick", onDouble);
      controller.removeEventListener("pointerup", onTap);
    };
  }, [controller]);
  useEffect(() => {
    if (!jump) return;
    const timer = setTimeout(() => setJump(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [jump]);
  if (!jump) return null;
  const Icon = jump.side === "back" ? ChevronsLeft : ChevronsRight;
  return (
    <div
      key={jump.id}
      role="status"
      data-jump={jump.side}
      className={classes(
        "player-jump pointer-events-none absolute inset-y-0 z-10 grid w-1/3 place-content-center justify-items-center gap-1 bg-white/12 text-white",
        jump.side === "back" ? "left-0 rounded-e-full" : "right-0 rounded-s-full",
      )}
    >
      <Icon aria-hidden className="size-9" />
      <span className="text-sm font-medium">{t("jumped", { seconds: jump.seconds })}</span>
    </div>
  );
}
