import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { classes } from "@/components/ui/classes";

const VARIANTS = {
  plain: "text-ink-soft hover:text-ink hover:bg-raised",
  solid: "bg-raised text-ink border border-line hover:border-line-strong shadow-raised",
  glass: "bg-black/45 text-white hover:bg-black/65 backdrop-blur-md",
} as const;

type Props = ComponentProps<"button"> & {
  /** What it does: the only name a screen reader has for it. */
  label: string;
  variant?: keyof typeof VARIANTS;
  asChild?: boolean;
};

export function IconButton({
  label,
  variant = "plain",
  asChild = false,
  className,
  type = "button",
  ...props
}: Props) {
  const Element = asChild ? Slot.Root : "button";
  return (
    <Element
      {...(!asChild && { type })}
      aria-label={label}
      title={label}
      {...props}
      className={classes(
        "inline-grid size-11 shrink-0 place-items-center rounded-full transition-colors duration-150 [&_svg]:size-5",
        "disabled:cursor-not-allowed disabled:opacity-50",
        VARIANTS[variant],
        className,
      )}
    />
  );
}
