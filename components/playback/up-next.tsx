"use client";

import { Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { useHandedOverFocus } from "@/components/playback/use-handed-over-focus";
import { Artwork } from "@/components/ui/artwork";
import { Button } from "@/components/ui/button";
import type { Episode } from "@/lib/catalogue";

const COUNTDOWN_SECONDS = 8;

type Props = { episode: Episode; isCounting: boolean; onPlay: () => void; onCancel: () => void };

/** The next episode, offered while the credits run; it begins by itself after the end unless somebody says no. */
export function UpNext({ episode, isCounting, onPlay, onCancel }: Props) {
  const t = useTranslations("playback.upNext");
  const seconds = useCountdown(isCounting, onPlay);
  const { season, number, title } = episode;
  return (
    <section
      ref={useHandedOverFocus<HTMLElement>()}
      aria-label={t("title")}
      className="animate-appear absolute inset-e-4 bottom-25 sm:bottom-32 z-10 grid w-[min(22rem,calc(100%-2rem))] gap-3 rounded-panel border border-white/14 bg-player/95 p-4 text-white shadow-raised sm:inset-e-8"
    >
      <div className="flex gap-3">
        {episode.stillPath && (
          <span className="relative aspect-video w-28 shrink-0 overflow-hidden rounded-card">
            <Artwork path={episode.stillPath} placeholder={episode.stillPlaceholder} alt="" sizes="7rem" />
          </span>
        )}
        <div className="grid content-start gap-1">
          <h2 className="text-sm text-white/70">{t("title")}</h2>
          <p className="font-medium">{t("episode", { season, number, title })}</p>
          {isCounting && (
            <>
              <p aria-hidden className="text-sm text-white/70">
                {t("countdown", { seconds })}
              </p>
              {/* Said once: a number read out every second would drown the rest. */}
              <p role="status" className="sr-only">
                {t("countdown", { seconds: COUNTDOWN_SECONDS })}
              </p>
            </>
          )}
        </div>
      </div>
      <div className="flex gap-2">
        <Button size="small" onClick={onPlay}>
          <Play aria-hidden fill="currentColor" />
          {t("play")}
        </Button>
        <Button size="small" variant="glass" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </section>
  );
}

function useCountdown(isCounting: boolean, onDone: () => void): number {
  const [seconds, setSeconds] = useState(COUNTDOWN_SECONDS);
  const done = useEffectEvent(onDone);
  useEffect(() => {
    if (!isCounting) return setSeconds(COUNTDOWN_SECONDS);
    const timer = setInterval(() => setSeconds((left) => left - 1), 1000);
    return () => clearInterval(timer);
  }, [isCounting]);
  useEffect(() => {
    if (isCounting && seconds <= 0) done();
  }, [isCounting, seconds]);
  return Math.max(0, seconds);
}
