import { RailSkeleton, Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <div aria-busy className="grid gap-6 py-6">
      <div className="gutter">
        <Skeleton className="h-[42vh] min-h-64 w-full rounded-panel" />
      </div>
      <RailSkeleton />
    </div>
  );
}
