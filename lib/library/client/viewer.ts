"use client";

import { createContext, useContext } from "react";

/** The active viewer's id; null for a visitor and for a household that has not said who is watching. */
export const ActiveViewer = createContext<string | null>(null);

export function useActiveViewer(): string | null {
  return useContext(ActiveViewer);
}
