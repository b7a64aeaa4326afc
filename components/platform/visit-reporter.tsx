"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import type { Move, Visit } from "@/lib/analytics/client/visit";

const AT_REST_MS = 2_000;

/**
 * Tells how fast pages were, as visitors had them. What measures is loaded when the page has come to rest: who leaves
 * before that is not counted.
 */
export function VisitReporter() {
  const pathname = usePathname();
  const visit = useRef<Visit | null>(null);
  const moves = useRef<Move[]>([]);

  useEffect(() => {
    let isGone = false;
    const begin = async () => {
      const { Visit: Begun } = await import("@/lib/analytics/client/visit");
      const [first, ...later] = moves.current;
      if (!isGone && first) visit.current ??= new Begun([first, ...later]);
    };
    const timer = setTimeout(() => begin().catch(() => undefined), AT_REST_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, []);

  useEffect(() => {
    const move = { path: pathname, at: performance.now() };
    if (visit.current) visit.current.move(move);
    else moves.current.push(move);
  }, [pathname]);

  return null;
}
