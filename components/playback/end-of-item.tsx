"use client";

import { RotateCcw } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { UpNext } from "@/components/playback/up-next";
import { useHandedOverFocus } from "@/components/playback/use-handed-over-focus";
import { Button, buttonClass } from "@/components/ui/button";
import type { Episode } from "@/lib/catalogue";
import type { Segment } from "@/lib/media";
import type { VideoState } from "@/lib/playback/client/use-video-state";

const OFFER_BEFORE_END_SECONDS = 12;

type Props = {
  video: VideoState;
  next: Episode | null;
  /** Whether the viewer lets the next episode begin by itself. */
  isAutomatic: boolean;
  segments: Segment[];
  backHref: string;
  onNext: () => void;
  onReplay: () => void;
};

/** From the credits on: the next episode, or after the last one the way out. */
export function EndOfItem({ video, next, isAutomatic, segments, backHref, onNext, onReplay }: Props) {
  const [isDeclined, setIsDeclined] = useState(false);
  if (next && !isDeclined) {
    if (!isNearEnd(video, segments)) return null;
    return (
      <UpNext
        episode={next}
        isCounting={video.isEnded && isAutomatic}
        onPlay={onNext}
        onCancel={() => setIsDeclined(true)}
      />
    );
  }
  return video.isEnded ? <TheEnd backHref={backHref} onReplay={onReplay} /> : null;
}

function TheEnd({ backHref, onReplay }: Pick<Props, "backHref" | "onReplay">) {
  const t = useTranslations("playback.upNext");
  return (
    <section
      ref={useHandedOverFocus<HTMLElement>()}
      aria-label={t("endTitle")}
      className="animate-appear pointer-events-none absolute inset-0 z-10 grid place-content-center justify-items-center gap-5 bg-black/65 px-4 text-center text-white"
    >
      <h2 className="text-title">{t("endTitle")}</h2>
      <div className="pointer-events-auto flex flex-wrap justify-center gap-3">
        <Link href={backHref} className={buttonClass()}>
          {t("leave")}
        </Link>
        <Button variant="glass" onClick={onReplay}>
          <RotateCcw aria-hidden />
          {t("again")}
        </Button>
      </div>
    </section>
  );
}

function isNearEnd({ isEnded, seconds, durationSeconds }: VideoState, segments: Segment[]): boolean {
  if (isEnded) return true;
  if (durationSeconds === 0) return false;
  const credits = segments.find(({ kind }) => kind === "credits")?.start;
  return seconds >= (credits ?? durationSeconds - OFFER_BEFORE_END_SECONDS);
}
