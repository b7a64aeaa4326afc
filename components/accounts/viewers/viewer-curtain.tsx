"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { onViewerSwitch, onViewerSwitchElsewhere, type ViewerSwitch } from "@/lib/platform/viewer-switch";

const PATIENCE_MS = 15_000;

/**
 * Covers the page from the moment when another viewer was chosen until everything on it is theirs: nothing of the one
 * before is seen meanwhile. It stands outside of what is made anew for each viewer.
 */
export function ViewerCurtain({ viewerId }: { viewerId: string | null }) {
  const router = useRouter();
  const [awaited, setAwaited] = useState<Partial<ViewerSwitch> | null>(null);
  const follow = useEffectEvent((to: Partial<ViewerSwitch>) => {
    if (to.viewerId === viewerId && !to.next) return;
    setAwaited(to);
    if (to.next) router.push(to.next);
    router.refresh();
  });
  useEffect(() => {
    const stops = [
      onViewerSwitch((to) => follow(to)),
      onViewerSwitchElsewhere((id) => follow({ viewerId: id })),
    ];
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
