import { classes } from "@/components/ui/classes";

/** The shape of what is coming; screen readers hear nothing of it. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={classes("shimmer rounded-card", className)} />;
}

export function RailSkeleton({ count = 8 }: { count?: number }) {
  return (
    <div aria-hidden className="gutter grid gap-4 overflow-hidden py-4">
      <Skeleton className="h-6 w-44" />
      <div className="flex gap-(--rail-gap)">
        {Array.from({ length: count }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: shapes without identity
          <Skeleton key={index} className="aspect-2/3 w-(--poster-width) shrink-0" />
        ))}
      </div>
    </div>
  );
}
