"use client";

import { Toaster, toast } from "sonner";
import type { Theme } from "@/lib/platform/theme";

export { toast };

/** Loaded by ToastHost alone; everybody else says `toast` of components/ui/toast. */
export function Toasts({ theme }: { theme: Theme }) {
  return (
    <Toaster
      theme={theme}
      position="bottom-center"
      offset={{ bottom: "calc(var(--tabbar-height) + 1rem)" }}
      mobileOffset={{ bottom: "calc(var(--tabbar-height) + 0.75rem)" }}
      toastOptions={{
        classNames: {
          toast: "!rounded-panel !border-line !bg-raised !text-ink !shadow-raised !font-sans",
          description: "!text-ink-soft",
          actionButton: "!bg-accent !text-on-accent",
          error: "!text-danger-ink",
        },
      }}
    />
  );
}
