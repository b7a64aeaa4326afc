import type { ReactNode } from "react";

/** Posters in columns that follow the width, from two on a phone to ten on a 4K screen. */
export function TitleGrid({ children }: { children: ReactNode }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(42%,10.5rem),1fr))] gap-x-(--rail-gap) gap-y-7">
      {children}
    </ul>
  );
}
