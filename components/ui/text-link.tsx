import Link from "next/link";
import type { ComponentProps } from "react";
import { classes } from "@/components/ui/classes";

/** A link inside or beside text. */
export function TextLink({ className, ...props }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...props}
      className={classes(
        "inline-flex min-h-(--target-small) items-center font-medium text-accent-ink underline-offset-4 hover:underline",
        className,
      )}
    />
  );
}
