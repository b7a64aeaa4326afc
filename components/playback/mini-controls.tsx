"use client";

import { Maximize2, Move, Pause, Play, X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Captions } from "@/components/playback/captions";
import type { Heading } from "@/components/playback/controls";
import { Elsewhere } from "@/components/playback/elsewhere";
import { PlayerButton } from "@/components/playback/player-button";
import { useCorner } from "@/components/playback/use-corner";
import { closeFilm } from "@/lib/playback/client/now-playing";
import type { PlayerActions } from "@/lib/playback/client/player-actions";
import type { OtherScreen } from "@/lib/playback/client/use-other-screen";
import type { Preferences } from "@/lib/playback/client/use-preferences";
import type { useSubtitles } from "@/lib/playback/client/use-subtitles";
import type { VideoState } from "@/lib/playback/client/use-video-state";

type Props = {
  stage: HTMLElement;
  video: HTMLVideoElement;
  heading: Heading;
  state: VideoState;
  actions: PlayerActions;
  subtitles: ReturnType<typeof useSubtitles>;
  preferences: Preferences;
  other: OtherScreen;
};

/** A film that goes on in a corner: the picture leads back to it. */
export function MiniControls({
  stage,
  video,
  heading,
  state,
  actions,
  subtitles,
  preferences,
  other,
}: Props) {
  const t = useTranslations("playback");
  const { moveProps } = useCorner(stage);
  return (
    <>
      {other.element && <Elsewhere onBack={other.choose} isSmall />}
      <Captions
        video={video}
        track={other.element ? null : subtitles.track}
        language={subtitles.shown?.language ?? null}
        style={preferences.values.subtitleStyle}
        isSmall
      />
      <div slot="top-chrome" className="absolute inset-0">
        <Link
          href={heading.watchHref}
          prefetch={false}
          draggable={false}
          aria-label={t("mini.expand", { title: heading.title })}
          className="absolute inset-0 grid place-items-center bg-linear-to-b from-black/75 via-black/10 to-black/60 -outline-offset-3"
        >
          <Maximize2 aria-hidden className="mt-2 size-8 text-white/90" />
        </Link>
        <div className="pointer-events-none absolute inset-x-0 top-0 flex items-start gap-1 p-1.5 *:pointer-events-auto">
          <p className="pointer-events-none! min-w-0 grow truncate px-2 py-2.5 text-sm font-medium text-white">
            {heading.title}
          </p>
          <PlayerButton label={t("mini.move")} title={t("mini.moveHint")} {...moveProps}>
            <Move aria-hidden />
          </PlayerButton>
          <PlayerButton label={t("mini.close")} onClick={closeFilm}>
            <X aria-hidden />
          </PlayerButton>
        </div>
        <PlayerButton
          label={state.isPaused ? t("player.play") : t("player.pause")}
          onClick={actions.togglePlay}
          className="absolute inset-s-1.5 bottom-2"
        >
          {state.isPaused ? (
            <Play aria-hidden fill="currentColor" />
          ) : (
            <Pause aria-hidden fill="currentColor" />
          )}
        </PlayerButton>
      </div>
      <progress
        {...{ noautohide: "" }}
        aria-label={t("mini.progress")}
        max={state.durationSeconds || 1}
        value={state.seconds}
        className="player-progress"
      />
    </>
  );
}
