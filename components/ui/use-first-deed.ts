"use client";

import { startTransition, useEffect, useState } from "react";
import { onFirstDeed } from "@/components/ui/first-deed";

/** Whether somebody has done anything on this page yet. What it brings is drawn in slices, so that it delays no deed. */
export function useFirstDeed(): boolean {
  const [hasActed, setHasActed] = useState(false);
  useEffect(() => onFirstDeed(() => startTransition(() => setHasActed(true))), []);
  return hasActed;
}
