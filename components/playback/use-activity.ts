"use client";

import { useEffect, useState } from "react";

/** Whether the controls are shown: media-chrome hides them while nobody moves. */
export function useActivity() {
  const [controller, setController] = useState<HTMLElement | null>(null);
  const [isActive, setIsActive] = useState(true);
  useEffect(() => {
    if (!controller) return;
    const read = () => setIsActive(!controller.hasAttribute("userinactive"));
    controller.addEventListener("userinactivechange", read);
    return () => controller.removeEventListener("userinactivechange", read);
  }, [controller]);
  return { setController, isActive };
}
