"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import type { Visit } from "@/lib/analytics/client/visit";

const AT_REST_MS = 2_000;

/** Tells how fast pages were, as visitors had them. What measures is loaded when the page has come to rest. */
export function VisitReporter() {
  const pathname = usePathname();
  const visit = useRef<Visit | null>(null);

  useEffect(() => {
    let isGone = false;
    const begin = async () => {
      const { Visit: Begun } = await import("@/lib/analytics/client/visit");
      if (!isGone) visit.current ??= new Begun(window.location.pathname);
    };
    const timer = setTimeout(() => begin().catch(() => undefined), AT_REST_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, []);

  useEffect(() => visit.current?.move(pathname), [pathname]);

  return null;
}
