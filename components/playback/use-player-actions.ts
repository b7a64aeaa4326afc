"use client";

import { useRouter } from "next/navigation";
import { useMemo } from "react";
import type { Heading } from "@/components/playback/controls";
import { canGoBack, type PlayerPlace } from "@/lib/playback/client/now-playing";
import { type PlayerActions, videoActions } from "@/lib/playback/client/player-actions";
import { toggleFullscreen } from "@/lib/playback/client/use-fullscreen";
import { PAGE_VIEW } from "@/lib/playback/paths";

type Options = Pick<PlayerActions, "toggleSubtitles" | "toggleStats" | "playNext" | "showKeys"> & {
  video: HTMLVideoElement;
  stage: HTMLElement;
  place: PlayerPlace;
  heading: Heading;
  frameRate: () => number;
};

/** Everything that buttons and keys do to the video and to the place that it has. */
export function usePlayerActions({
  video,
  stage,
  place,
  heading,
  frameRate,
  ...others
}: Options): PlayerActions {
  const router = useRouter();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the frame rate is asked for when a frame is stepped
  const own = useMemo(() => videoActions(video, frameRate), [video]);
  const leaveFullscreen = () => document.fullscreenElement && void document.exitFullscreen();
  return {
    ...own,
    ...others,
    toggleFullscreen: () => toggleFullscreen(stage, video),
    toggleTheatre: () => {
      if (place === "corner") return;
      leaveFullscreen();
      const { pathname } = window.location;
      router.replace(place === "window" ? `${pathname}${PAGE_VIEW}` : pathname, { scroll: false });
    },
    toggleMini: () => {
      leaveFullscreen();
      if (place === "corner") router.push(heading.watchHref);
      else if (canGoBack()) router.back();
      else router.push(heading.backHref);
    },
    leaveControls: () => stage.focus({ preventScroll: true }),
  };
}
