import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";

const TONES = {
  neutral: "border-line bg-raised text-ink-soft",
  accent: "border-transparent bg-accent text-on-accent",
  outline: "border-line-strong text-ink-soft",
} as const;

export function Badge({
  tone = "neutral",
  className,
  children,
}: {
  tone?: keyof typeof TONES;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={classes(
        "inline-flex h-6 items-center gap-1 rounded-md border px-2 text-xs font-semibold whitespace-nowrap tabular-nums",
        TONES[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
