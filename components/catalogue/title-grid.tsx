import type { ReactNode } from "react";
import { Skeleton } from "@/components/ui/skeleton";

/** Posters in columns that follow the width, from two on a phone to ten on a 4K screen. */
export function TitleGrid({ children, showsHidden = false }: { children: ReactNode; showsHidden?: boolean }) {
  return (
    <ul
      {...(showsHidden && { "data-shows-hidden": true })}
      className="grid grid-cols-[repeat(auto-fill,minmax(var(--grid-poster-width),1fr))] gap-x-(--rail-gap) gap-y-7"
    >
      {children}
    </ul>
  );
}

/** The places of titles that are on their way, with room for their two lines, so that nothing moves. */
export function TitlePlaces({ count }: { count: number }) {
  return Array.from({ length: count }, (_, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: places without identity
    <li key={index} aria-hidden>
      <Skeleton className="aspect-2/3" />
      <Skeleton className="mt-3 h-4 w-4/5" />
      <Skeleton className="mt-2 h-3.5 w-1/3" />
    </li>
  ));
}
