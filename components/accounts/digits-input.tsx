import type { ComponentProps } from "react";
import { classes } from "@/components/ui/classes";
import { Input } from "@/components/ui/input";

/** Six digits of a mail or an app: filled in by the phone where it can, read easily where not. */
export function DigitsInput({ className, ...props }: ComponentProps<typeof Input>) {
  return (
    <Input
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={7}
      {...props}
      className={classes("max-w-52 text-center text-xl tracking-[0.35em] tabular-nums", className)}
    />
  );
}
