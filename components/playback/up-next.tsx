"use client";

import { Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { COUNTDOWN_SECONDS } from "@/components/playback/use-countdown";
import { useHandedOverFocus } from "@/components/playback/use-handed-over-focus";
import { Artwork } from "@/components/ui/artwork";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import type { Episode } from "@/lib/catalogue";
import { KEY_ROW } from "@/lib/playback/client/move-focus";

type Props = {
  episode: Episode;
  /** Null where it waits to be asked. */
  secondsLeft: number | null;
  isSmall: boolean;
  onPlay: () => void;
  onCancel: () => void;
};

/** The next episode, offered over a corner of the credits; one press gives them their whole picture back. */
export function UpNext({ episode, secondsLeft, isSmall, onPlay, onCancel }: Props) {
  const t = useTranslations("playback.upNext");
  const { season, number, title } = episode;
  return (
    <section
      ref={useHandedOverFocus<HTMLElement>()}
      aria-label={t("title")}
      className={classes(
        "animate-appear absolute z-10 grid gap-3 border-white/14 bg-player/95 text-white",
        isSmall
          ? "inset-x-0 bottom-0 border-t p-2.5"
          : "inset-e-4 bottom-25 w-[min(23rem,calc(100%-2rem))] rounded-panel border p-4 shadow-raised sm:inset-e-8 sm:bottom-32",
      )}
    >
      <div className="flex items-center gap-3">
        {episode.stillPath && !isSmall && (
          <span className="relative aspect-video w-20 shrink-0 overflow-hidden sm:w-28 rounded-card">
            <Artwork path={episode.stillPath} placeholder={episode.stillPlaceholder} alt="" sizes="7rem" />
          </span>
        )}
        <div className="grid min-w-0 grow content-start gap-0.5">
          <h2 className="text-sm text-white/70">{t("title")}</h2>
          <p className={classes("font-medium max-sm:text-sm", isSmall && "truncate text-sm")}>
            {t("episode", { season, number, title })}
          </p>
        </div>
        {secondsLeft !== null && <Ring secondsLeft={secondsLeft} />}
      </div>
      <div {...{ [KEY_ROW]: "" }} className="flex flex-wrap gap-2">
        <Button size="small" onClick={onPlay}>
          <Play aria-hidden fill="currentColor" />
          {t("play")}
        </Button>
        <Button size="small" variant="glass" onClick={onCancel}>
          {secondsLeft === null ? t("credits") : t("cancel")}
        </Button>
      </div>
    </section>
  );
}

const RADIUS = 17;
const ROUND = 2 * Math.PI * RADIUS;

/** How much of the countdown is left, as an arc and a number. */
function Ring({ secondsLeft }: { secondsLeft: number }) {
  const t = useTranslations("playback.upNext");
  return (
    <span className="relative grid size-11 shrink-0 place-items-center" data-countdown={secondsLeft}>
      <svg aria-hidden viewBox="0 0 40 40" className="absolute inset-0 -rotate-90">
        <circle cx="20" cy="20" r={RADIUS} fill="none" strokeWidth="3" className="stroke-white/20" />
        <circle
          cx="20"
          cy="20"
          r={RADIUS}
          fill="none"
          strokeWidth="3"
          strokeLinecap="round"
          strokeDasharray={ROUND}
          strokeDashoffset={ROUND * (1 - secondsLeft / COUNTDOWN_SECONDS)}
          className="stroke-accent transition-[stroke-dashoffset] duration-1000 ease-linear"
        />
      </svg>
      <span aria-hidden className="text-sm font-semibold tabular-nums">
        {secondsLeft}
      </span>
      {/* Said once: a number read out every second would drown the rest. */}
      <span role="status" className="sr-only">
        {t("countdown", { seconds: COUNTDOWN_SECONDS })}
      </span>
    </span>
  );
}
