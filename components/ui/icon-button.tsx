import type { ComponentProps } from "react";
import { classes } from "@/components/ui/classes";

const VARIANTS = {
  plain: "text-ink-soft hover:text-ink hover:bg-raised",
  solid: "bg-raised text-ink border border-line hover:border-line-strong shadow-raised",
  glass: "bg-black/45 text-white hover:bg-black/65 backdrop-blur-md",
} as const;

/** The look of an icon's button for what is not one of these. */
export function iconButtonClass(variant: keyof typeof VARIANTS = "plain"): string {
  return classes(
    "inline-grid size-11 shrink-0 place-items-center rounded-full transition-colors duration-150 [&_svg]:size-5",
    "disabled:cursor-not-allowed disabled:opacity-50",
    VARIANTS[variant],
  );
}

type Props = ComponentProps<"button"> & {
  /** What it does: the only name a screen reader has for it. */
  label: string;
  variant?: keyof typeof VARIANTS;
};

export function IconButton({ label, variant, className, type = "button", ...props }: Props) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      {...props}
      className={classes(iconButtonClass(variant), className)}
    />
  );
}
