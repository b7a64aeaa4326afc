import type { ComponentProps, ReactNode } from "react";
import { classes } from "@/components/ui/classes";

type Props = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode };

/** On and off at once, for what takes effect when it is pressed or saved. */
export function Switch({ label, hint, className, ...props }: Props) {
  return (
    <label className={classes("flex min-h-11 items-center justify-between gap-4 py-2", className)}>
      <Caption label={label} hint={hint} />
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says by itself whether it is checked
        role="switch"
        {...props}
        className={classes(
          "relative h-6 w-10.5 shrink-0 cursor-pointer appearance-none rounded-full border border-line-strong bg-sunken transition-colors",
          "before:absolute before:inset-s-0.75 before:top-1/2 before:size-4 before:-translate-y-1/2 before:rounded-full before:bg-ink-soft before:transition-[inset-inline-start]",
          "checked:border-accent checked:bg-accent checked:before:inset-s-5.25 checked:before:bg-on-accent",
        )}
      />
    </label>
  );
}

function Caption({ label, hint }: { label: ReactNode; hint?: ReactNode }) {
  return (
    <span className="grid gap-0.5">
      <span className="text-base text-ink">{label}</span>
      {hint && <span className="text-sm text-ink-faint">{hint}</span>}
    </span>
  );
}
