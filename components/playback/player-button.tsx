import type { ComponentProps } from "react";
import { classes } from "@/components/ui/classes";

type Props = ComponentProps<"button"> & { label: string; shortcut?: string };

/** 44 px at least: fingers use it too. */
export function PlayerButton({ label, shortcut, className, ...props }: Props) {
  return (
    <button
      type="button"
      aria-label={label}
      title={shortcut ? `${label} (${shortcut})` : label}
      {...(shortcut && { "aria-keyshortcuts": shortcut })}
      {...props}
      className={classes(
        "grid size-11 shrink-0 place-items-center rounded-full text-white transition-colors hover:bg-white/18 [&_svg]:size-6 2xl:size-14 2xl:[&_svg]:size-7",
        className,
      )}
    />
  );
}
