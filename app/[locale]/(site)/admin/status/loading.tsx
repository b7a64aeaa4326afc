import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <div aria-busy className="gutter mx-auto grid w-full max-w-7xl gap-8 pt-8 pb-16">
      <Skeleton className="h-16 w-72" />
      <Skeleton className="h-36 w-full" />
      <Skeleton className="h-96 w-full" />
      <div className="stack gap-8 lg:grid-cols-2">
        <Skeleton className="h-64 w-full" />
        <Skeleton className="h-64 w-full" />
      </div>
    </div>
  );
}
