"use client";

import { type RefObject, startTransition, useEffect, useState } from "react";

/**
 * Whether an element has been as near to the screen as `margin` says: further down most visits never come. What it brings
 * is drawn in slices, so that scrolling goes on.
 */
export function useIsNear(place: RefObject<Element | null>, margin: string): boolean {
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    if (isNear || !place.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) startTransition(() => setIsNear(true));
      },
      { rootMargin: margin },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [place, margin, isNear]);
  return isNear;
}
