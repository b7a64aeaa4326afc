import { type RefObject, useLayoutEffect } from "react";

/** In a row of pages that is wider than a phone, the one that is shown stands in the middle. */
export function useCurrentInView(row: RefObject<HTMLElement | null>, pathname: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page that is shown decides which one is current
  useLayoutEffect(() => {
    const current = row.current?.querySelector<HTMLElement>("[aria-current]");
    if (!row.current || !current) return;
    const { left, width } = current.getBoundingClientRect();
    const frame = row.current.getBoundingClientRect();
    row.current.scrollLeft += left + width / 2 - (frame.left + frame.width / 2);
  }, [row, pathname]);
}
