"use client";

import { useEffect } from "react";

const HIDE_AFTER_SECONDS = "3";
const NEVER = "-1";

/**
 * When it is connected, media-chrome calls every player the same and makes a stop of the whole of it. The controls stay
 * while somebody is busy with them, or has to be shown a way on.
 */
export function useController(controller: HTMLElement, label: string, isBusy: boolean): void {
  useEffect(() => {
    controller.setAttribute("aria-label", label);
    // Not -1, which would take everything inside out of the order too.
    controller.removeAttribute("tabindex");
  }, [controller, label]);
  useEffect(() => {
    controller.setAttribute("autohide", isBusy ? NEVER : HIDE_AFTER_SECONDS);
    // What is hidden already would stay so.
    if (isBusy) controller.removeAttribute("userinactive");
  }, [controller, isBusy]);
}
