"use client";

import { type ComponentType, useEffect, useState } from "react";
import { onFirstToast, showToastsWith } from "@/components/ui/toast";
import type { Theme } from "@/lib/platform/theme";

type Toasts = ComponentType<{ theme: Theme }>;

const FIRST_DEEDS = ["pointerdown", "keydown"] as const;

/** Where toasts are drawn. Their code is fetched when somebody first presses something: a toast answers a deed. */
export function ToastHost({ theme }: { theme: Theme }) {
  const [loaded, setLoaded] = useState<{ Toasts: Toasts } | null>(null);
  useEffect(() => {
    const load = () => {
      const toaster = import("@/components/platform/toaster");
      toaster.then(
        ({ Toasts, toast }) => {
          setLoaded({ Toasts });
          showToastsWith(toast);
        },
        // What was said waits, and is asked for again, when the network is back.
        () => window.addEventListener("online", load, { once: true }),
      );
    };
    const forget = onFirstToast(load);
    for (const deed of FIRST_DEEDS) window.addEventListener(deed, load, { once: true, passive: true });
    return () => {
      forget();
      window.removeEventListener("online", load);
      for (const deed of FIRST_DEEDS) window.removeEventListener(deed, load);
    };
  }, []);
  return loaded && <loaded.Toasts theme={theme} />;
}
