import type { ComponentProps } from "react";
import { Input } from "@/components/ui/input";

/** Digits on the phone's keyboard, dots on the screen, and never saved as if it were a password. */
export function PinInput(props: ComponentProps<typeof Input>) {
  return (
    <Input
      {...props}
      type="password"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={8}
      className="max-w-48 text-center text-xl tracking-[0.4em]"
    />
  );
}
