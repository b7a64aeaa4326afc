"use client";

import { RotateCcw, Tv } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { StillWatching } from "@/components/playback/still-watching";
import { UpNext } from "@/components/playback/up-next";
import { useCountdown } from "@/components/playback/use-countdown";
import { useHandedOverFocus } from "@/components/playback/use-handed-over-focus";
import { Button, buttonClass } from "@/components/ui/button";
import type { Episode } from "@/lib/catalogue";
import type { Segment } from "@/lib/media";
import { attend } from "@/lib/playback/client/attendance";
import { creditsStart } from "@/lib/playback/client/segments";
import type { VideoState } from "@/lib/playback/client/use-video-state";
import type { PlaybackPreferences } from "@/lib/playback/preferences/choices";

const OFFER_BEFORE_END_SECONDS = 12;

type Props = {
  title: string;
  video: VideoState;
  next: Episode | null;
  preferences: PlaybackPreferences;
  segments: Segment[];
  backHref: string;
  isSmall: boolean;
  /** A picture too low for a card over its corner. */
  isLow: boolean;
  onNext: () => void;
  onReplay: () => void;
};

/** From the credits on: the next episode, or after the last one the way out. Neither is ever all that can be seen. */
export function EndOfItem(props: Props) {
  const { title, video, next, preferences, segments, backHref, isSmall, isLow, onNext, onReplay } = props;
  const [isDeclined, setIsDeclined] = useState(false);
  const start = creditsStart(segments, video.durationSeconds, OFFER_BEFORE_END_SECONDS);
  const isInCredits = video.durationSeconds > 0 && video.seconds >= start;
  const isOffered = next !== null && !isDeclined && (video.isEnded || isInCredits);
  const countdown = useCountdown({
    isOffered,
    isAutomatic: preferences.autoplayNext,
    isEnded: video.isEnded,
    isInSkippedCredits: isInCredits && preferences.credits === "skip",
    isPaused: video.isPaused,
    onDone: onNext,
  });
  if (isOffered && countdown.step === "ask" && !isSmall) {
    return <StillWatching title={title} backHref={backHref} onStay={onNext} />;
  }
  // Who wants to see the credits sees them; the offer comes back with the end.
  if (isOffered && (video.isEnded || preferences.credits !== "never")) {
    return (
      <UpNext
        episode={next}
        secondsLeft={countdown.secondsLeft}
        isSmall={isSmall || isLow}
        onPlay={() => {
          attend(sessionStorage);
          onNext();
        }}
        onCancel={() => setIsDeclined(true)}
      />
    );
  }
  return video.isEnded && !isSmall ? <TheEnd backHref={backHref} onReplay={onReplay} /> : null;
}

/** Covers the last picture, and uncovers it with one press. */
function TheEnd({ backHref, onReplay }: Pick<Props, "backHref" | "onReplay">) {
  const t = useTranslations("playback.upNext");
  const [isUncovered, setIsUncovered] = useState(false);
  if (isUncovered) return null;
  return (
    <Cover label={t("endTitle")}>
      <Link href={backHref} className={buttonClass()}>
        {t("leave")}
      </Link>
      <Button variant="glass" onClick={onReplay}>
        <RotateCcw aria-hidden />
        {t("again")}
      </Button>
      <Button variant="glass" onClick={() => setIsUncovered(true)}>
        <Tv aria-hidden />
        {t("uncover")}
      </Button>
    </Cover>
  );
}

function Cover({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      ref={useHandedOverFocus<HTMLElement>()}
      aria-label={label}
      className="animate-appear pointer-events-none absolute inset-0 z-10 grid place-content-center justify-items-center gap-5 bg-black/65 px-4 text-center text-white"
    >
      <h2 className="text-title">{label}</h2>
      <div className="pointer-events-auto flex flex-wrap justify-center gap-3">{children}</div>
    </section>
  );
}
