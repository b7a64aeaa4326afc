"use client";

import { FastForward } from "lucide-react";
import { useTranslations } from "next-intl";
import { useHandedOverFocus } from "@/components/playback/use-handed-over-focus";
import { Button } from "@/components/ui/button";
import type { Segment } from "@/lib/media";
import type { VideoState } from "@/lib/playback/client/use-video-state";

type Props = { segments: Segment[]; state: VideoState; onSkip: (seconds: number) => void };

/** Past an opening, a recap or the credits with something after them. */
export function SkipSegment({ segments, state, onSkip }: Props) {
  const current = segments.find(({ start, end }) => state.seconds >= start && state.seconds < end - 1);
  if (!current || (current.kind === "credits" && current.end >= state.durationSeconds - 3)) return null;
  return <SkipButton key={current.start} kind={current.kind} onClick={() => onSkip(current.end)} />;
}

function SkipButton({ kind, onClick }: { kind: Segment["kind"]; onClick: () => void }) {
  const t = useTranslations("playback");
  return (
    <Button
      ref={useHandedOverFocus<HTMLButtonElement>()}
      variant="glass"
      onClick={onClick}
      className="animate-appear absolute inset-e-4 bottom-25 sm:bottom-32 z-10 border border-white/25 bg-black/60 sm:inset-e-8"
    >
      <FastForward aria-hidden />
      {t(`segments.${kind}`)}
    </Button>
  );
}
