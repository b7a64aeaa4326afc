"use client";

import { FastForward, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useHandedOverFocus } from "@/components/playback/use-handed-over-focus";
import { Button } from "@/components/ui/button";
import type { Segment } from "@/lib/media";
import { KEY_ROW } from "@/lib/playback/client/move-focus";
import { useSegments } from "@/lib/playback/client/use-segments";

type Props = Parameters<typeof useSegments>[0];

/** Past an opening, a recap, or credits with something after them; or back to what was passed by itself. */
export function SkipSegment(props: Props) {
  const t = useTranslations("playback");
  const { offered, skipped, skip, goBack } = useSegments(props);
  if (skipped) {
    const told = t(`segments.skipped.${skipped.kind}`);
    return (
      <>
        {/* Beside the button: what is inside of one is its name, and no news. */}
        <span role="status" className="sr-only">
          {told}
        </span>
        <SegmentButton key={`back ${skipped.start}`} onClick={goBack}>
          <Undo2 aria-hidden />
          <span>{told}</span>
          <span className="font-semibold underline underline-offset-4">{t("segments.goBack")}</span>
        </SegmentButton>
      </>
    );
  }
  if (!offered) return null;
  return (
    <SegmentButton key={offered.start} onClick={skip}>
      <FastForward aria-hidden />
      {t(`segments.${offered.kind satisfies Segment["kind"]}`)}
    </SegmentButton>
  );
}

function SegmentButton({ onClick, children }: { onClick: () => void; children: React.ReactNode }) {
  return (
    <div {...{ [KEY_ROW]: "" }} className="absolute inset-e-4 bottom-25 z-10 sm:inset-e-8 sm:bottom-32">
      <Button
        ref={useHandedOverFocus<HTMLButtonElement>()}
        variant="glass"
        onClick={onClick}
        className="animate-appear border border-white/25 bg-black/60"
      >
        {children}
      </Button>
    </div>
  );
}
