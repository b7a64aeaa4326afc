import type { ComponentProps } from "react";
import { classes } from "@/components/ui/classes";

export const CONTROL_CLASS = classes(
  "w-full rounded-control border border-line-strong bg-sunken px-3.5 text-base text-ink placeholder:text-ink-faint",
  "transition-colors hover:border-ink-faint focus-visible:border-focus focus-visible:outline-offset-1",
  "aria-invalid:border-danger disabled:opacity-60",
);

export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input {...props} className={classes(CONTROL_CLASS, "min-h-11", className)} />;
}

export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return <textarea {...props} className={classes(CONTROL_CLASS, "min-h-28 resize-y py-2.5", className)} />;
}
