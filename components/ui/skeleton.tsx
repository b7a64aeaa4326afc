import { classes } from "@/components/ui/classes";

/** The shape of what is coming; screen readers hear nothing of it. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={classes("shimmer rounded-card", className)} />;
}
