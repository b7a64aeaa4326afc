import type { ComponentProps } from "react";
import { classes } from "@/components/ui/classes";

const VARIANTS = {
  primary: "border-transparent bg-accent text-on-accent hover:bg-accent-hover font-semibold",
  secondary: "bg-raised text-ink border-line hover:border-line-strong font-medium",
  glass: "border-transparent bg-white/14 text-white hover:bg-white/24 backdrop-blur-md font-medium",
  ghost: "border-transparent text-ink-soft hover:text-ink hover:bg-raised font-medium",
  danger: "border-transparent bg-danger text-white hover:brightness-110 font-semibold",
} as const;

const SIZES = {
  small: "min-h-(--target-small) px-3.5 text-sm gap-1.5",
  medium: "min-h-11 px-5 text-base gap-2",
  large: "min-h-13 px-6 text-base gap-2.5 sm:px-7",
} as const;

export type ButtonLook = { variant?: keyof typeof VARIANTS; size?: keyof typeof SIZES };

/** The look of a button for links, which stay links. */
export function buttonClass({ variant = "primary", size = "medium" }: ButtonLook = {}): string {
  return classes(
    "inline-flex items-center justify-center rounded-full border text-center leading-tight transition-[background-color,border-color,color,scale] duration-150 active:scale-[0.98]",
    "disabled:opacity-55 disabled:cursor-not-allowed aria-busy:cursor-progress [&_svg]:size-[1.15em] [&_svg]:shrink-0",
    VARIANTS[variant],
    SIZES[size],
  );
}

type Props = ComponentProps<"button"> & ButtonLook & { isBusy?: boolean };

/** `isBusy` keeps the button where it is and says so to screen readers, while a second press does nothing. */
export function Button({ variant, size, isBusy = false, className, type = "button", ...props }: Props) {
  return (
    <button
      type={type}
      {...(isBusy && { "aria-busy": true, "aria-disabled": true })}
      {...props}
      className={classes(buttonClass({ variant, size }), isBusy && "opacity-70", className)}
    />
  );
}
