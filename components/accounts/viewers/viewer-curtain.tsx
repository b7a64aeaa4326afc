"use client";

import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { onViewerSwitch, onViewerSwitchElsewhere, type ViewerSwitch } from "@/lib/platform/viewer-switch";

const PATIENCE_MS = 15_000;

/** What is known of a switch in this tab, and less of one in another. */
type Awaited = Partial<ViewerSwitch> & Pick<ViewerSwitch, "viewerId" | "language">;

/**
 * Covers the page from the moment when another viewer was chosen until everything on it is theirs: nothing of the one
 * before is seen meanwhile. It stands outside of what is made anew for each viewer.
 */
export function ViewerCurtain({ viewerId }: { viewerId: string | null }) {
  const router = useRouter();
  const locale = useLocale();
  const [awaited, setAwaited] = useState<Awaited | null>(null);
  const follow = useEffectEvent((to: Awaited) => {
    if (to.viewerId === viewerId && !to.next) return;
    setAwaited(to);
    const here = window.location.pathname + window.location.search;
    const next = to.next ?? here;
    if (next !== here) router.push(next);
    // Another language is another root of the page, which going there brings; asking twice would end in a new document.
    if (next === here || to.language === locale) router.refresh();
  });
  useEffect(() => {
    const stops = [onViewerSwitch((to) => follow(to)), onViewerSwitchElsewhere((to) => follow(to))];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  useEffect(() => {
    if (!awaited) return;
    // A page that does not come is asked for as a browser asks.
    const timer = setTimeout(() => window.location.assign(awaited.next ?? window.location.href), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [awaited]);
  if (awaited && awaited.viewerId === viewerId) setAwaited(null);
  if (!awaited) return null;
  return (
    <div
      role="status"
      className="curtain fixed inset-0 z-100 grid place-content-center justify-items-center gap-5 bg-canvas"
    >
      {awaited.name && (
        <>
          <Avatar
            name={awaited.name}
            path={awaited.avatarPath ?? null}
            size={128}
            className="animate-pulse"
          />
          <p className="text-heading">{awaited.name}</p>
        </>
      )}
    </div>
  );
}
