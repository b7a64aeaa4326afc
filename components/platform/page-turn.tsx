"use client";

import { usePathname } from "next/navigation";
import { ViewTransition } from "react";

/**
 * A page is turned softly: the old one fades under the new one, and the poster that was pressed becomes the poster of its
 * page. That the mark is new is what tells the browser that there is a page to turn; filters and searches are none.
 */
export function PageTurn() {
  const pathname = usePathname();
  return (
    <ViewTransition key={pathname} enter="page-turn" exit="none" default="none">
      <span aria-hidden className="pointer-events-none fixed inset-s-0 top-0 size-px" />
    </ViewTransition>
  );
}
