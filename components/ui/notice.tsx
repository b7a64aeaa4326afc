import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";

const TONES = {
  info: "border-line bg-surface text-ink-soft",
  success: "border-success-ink/40 bg-surface text-success-ink",
  error: "border-danger-ink/45 bg-surface text-danger-ink",
} as const;

/** A sentence about what just happened or what to know; errors are read out at once. */
export function Notice({ tone = "info", children }: { tone?: keyof typeof TONES; children: ReactNode }) {
  return (
    <div
      role={tone === "error" ? "alert" : "status"}
      className={classes("rounded-control border px-4 py-3 text-base leading-snug", TONES[tone])}
    >
      {children}
    </div>
  );
}
