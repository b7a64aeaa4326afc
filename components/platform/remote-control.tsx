"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { arrowOf, isTelevision } from "@/lib/platform/remote/keys";

type Remote = typeof import("@/lib/platform/remote/control");

const isPlain = (element: Element | null) => !element || element === document.body || element.id === "main";

/**
 * Moves the focus by arrow keys. Nothing of it is loaded before the first arrow that could mean that: one pressed on
 * a link or a button, or sideways where nothing has the focus. On a television it is there from the start.
 */
export function RemoteControl() {
  const remote = useRef<Remote | null>(null);
  const pathname = usePathname();

  useEffect(() => {
    const isOnTelevision = isTelevision(navigator.userAgent);
    const start = async (event: KeyboardEvent | null) => {
      window.removeEventListener("keydown", onKeyDown);
      const control = await import("@/lib/platform/remote/control");
      remote.current = control;
      control.startRemote(isOnTelevision, event && arrowOf(event));
      if (isOnTelevision) control.arriveOnPage();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const direction = arrowOf(event);
      if (!direction || event.defaultPrevented || document.querySelector("[data-stage=window]")) return;
      const active = document.activeElement;
      const isSideways = direction === "left" || direction === "right";
      const isMeant = isPlain(active) ? isSideways : active?.matches("a:focus-visible, button:focus-visible");
      if (!isMeant || active?.closest("[role=menu], [role=tablist], [role=listbox], [role=radiogroup]"))
        return;
      event.preventDefault();
      start(event);
    };
    if (isOnTelevision) start(null);
    else window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is what is waited for, not read
  useEffect(() => {
    const frame = requestAnimationFrame(() => remote.current?.arriveOnPage());
    return () => cancelAnimationFrame(frame);
  }, [pathname]);

  return null;
}
