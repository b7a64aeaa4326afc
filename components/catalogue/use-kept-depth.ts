"use client";

import { useEffect } from "react";
import { MOST_PAGES } from "@/lib/catalogue/choices";

const PAGE_SIZE = 36;

/**
 * Writes into the address how many pages are shown, without a new entry of the history: a reload, or coming back by whatever
 * way, gets them all with the document, so that the browser finds its place again before any script runs.
 */
export function useKeptDepth(shown: number) {
  useEffect(() => {
    const pages = Math.min(Math.ceil(shown / PAGE_SIZE), MOST_PAGES);
    const address = new URL(window.location.href);
    const known = Number(address.searchParams.get("pages") ?? 1);
    if (pages <= known) return;
    address.searchParams.set("pages", String(pages));
    // Through the prototype: to the router this is the same page, which it need not ask for again.
    History.prototype.replaceState.call(window.history, window.history.state, "", address);
  }, [shown]);
}
