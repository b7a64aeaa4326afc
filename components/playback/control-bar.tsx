"use client";

import {
  Airplay,
  Cast,
  Maximize,
  Minimize,
  Pause,
  PictureInPicture2,
  Play,
  RectangleHorizontal,
  RotateCcw,
  RotateCw,
  SkipForward,
  Volume2,
  VolumeX,
} from "lucide-react";
import { MediaTimeRange, MediaVolumeRange } from "media-chrome/react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatTime } from "@/components/playback/format-time";
import { PlayerButton } from "@/components/playback/player-button";
import { KEY_ROW } from "@/lib/playback/client/move-focus";
import type { PlayerPlace } from "@/lib/playback/client/now-playing";
import type { PlayerActions } from "@/lib/playback/client/player-actions";
import { useIsFullscreen } from "@/lib/playback/client/use-fullscreen";
import type { OtherScreen } from "@/lib/playback/client/use-other-screen";
import type { VideoState } from "@/lib/playback/client/use-video-state";

type Props = {
  state: VideoState;
  actions: PlayerActions;
  other: OtherScreen;
  place: PlayerPlace;
  hasNext: boolean;
  /** Subtitle and quality menus. */
  menus: ReactNode;
};

const ROW = { [KEY_ROW]: "" };

/** The bottom of the player: where in the film, then everything that can be pressed. */
export function ControlBar(props: Props) {
  return (
    <div className="w-full bg-linear-to-t from-black/85 via-black/45 to-transparent px-3 pt-16 pb-[max(0.5rem,env(safe-area-inset-bottom))] sm:px-6 sm:pb-4">
      <div {...ROW}>
        <MediaTimeRange className="player-range w-full" />
      </div>
      <div {...ROW} className="flex items-center gap-0.5 sm:gap-1.5">
        <PlayAndSeek {...props} />
        <TimeDisplay {...props.state} />
        <span className="grow" />
        {props.hasNext && <NextButton onClick={props.actions.playNext} />}
        {props.menus}
        <ScreenButtons {...props} />
      </div>
    </div>
  );
}

function PlayAndSeek({ state, actions }: Props) {
  const t = useTranslations("playback.player");
  return (
    <>
      <PlayerButton
        label={state.isPaused ? t("play") : t("pause")}
        shortcut="k"
        onClick={actions.togglePlay}
        className="max-sm:hidden"
      >
        {state.isPaused ? (
          <Play aria-hidden fill="currentColor" />
        ) : (
          <Pause aria-hidden fill="currentColor" />
        )}
      </PlayerButton>
      <PlayerButton
        label={t("back")}
        shortcut="j"
        onClick={() => actions.seekBy(-10)}
        className="max-sm:hidden"
      >
        <RotateCcw aria-hidden />
      </PlayerButton>
      <PlayerButton
        label={t("forward")}
        shortcut="l"
        onClick={() => actions.seekBy(10)}
        className="max-sm:hidden"
      >
        <RotateCw aria-hidden />
      </PlayerButton>
      <PlayerButton
        label={state.isMuted ? t("unmute") : t("mute")}
        shortcut="m"
        onClick={actions.toggleMute}
        className="peer"
      >
        {state.isMuted ? <VolumeX aria-hidden /> : <Volume2 aria-hidden />}
      </PlayerButton>
      <MediaVolumeRange className="player-range w-24 max-md:hidden [@media(pointer:coarse)]:hidden" />
    </>
  );
}

function TimeDisplay({ seconds, durationSeconds }: VideoState) {
  const t = useTranslations("playback.player");
  const [time, total] = [formatTime(seconds), formatTime(durationSeconds)];
  return (
    <span className="px-2 text-sm whitespace-nowrap text-white tabular-nums 2xl:text-lg">
      <span className="sr-only">{t("of", { time, total })}</span>
      <span aria-hidden>
        {time} <span className="text-white/70 max-[22.5rem]:hidden">/ {total}</span>
      </span>
    </span>
  );
}

function NextButton({ onClick }: { onClick: () => void }) {
  const t = useTranslations("playback.player");
  return (
    <PlayerButton label={t("next")} shortcut="n" onClick={onClick}>
      <SkipForward aria-hidden />
    </PlayerButton>
  );
}

function ScreenButtons({ state, actions, other, place }: Props) {
  const t = useTranslations("playback.player");
  const isFullscreen = useIsFullscreen();
  return (
    <>
      {other.kind && (
        <PlayerButton
          label={other.kind === "airplay" ? t("airplay") : t("cast")}
          onClick={other.choose}
          className={other.element ? "text-accent" : ""}
        >
          {other.kind === "airplay" ? <Airplay aria-hidden /> : <Cast aria-hidden />}
        </PlayerButton>
      )}
      {document.pictureInPictureEnabled === true && !other.element && (
        <PlayerButton
          label={state.isInPip ? t("exitPip") : t("pip")}
          shortcut="p"
          onClick={actions.togglePip}
          className="max-sm:hidden"
        >
          <PictureInPicture2 aria-hidden />
        </PlayerButton>
      )}
      <PlayerButton
        label={place === "window" ? t("leaveTheatre") : t("theatre")}
        shortcut="t"
        onClick={actions.toggleTheatre}
        className="max-sm:hidden"
      >
        <RectangleHorizontal aria-hidden fill={place === "window" ? "currentColor" : "none"} />
      </PlayerButton>
      <PlayerButton
        label={isFullscreen ? t("exitFullscreen") : t("fullscreen")}
        shortcut="f"
        onClick={actions.toggleFullscreen}
      >
        {isFullscreen ? <Minimize aria-hidden /> : <Maximize aria-hidden />}
      </PlayerButton>
    </>
  );
}

/** For thumbs: the three that matter, in the middle of a small screen. */
export function CenterButtons({ state, actions }: Pick<Props, "state" | "actions">) {
  const t = useTranslations("playback.player");
  return (
    <div className="pointer-events-auto flex items-center gap-8 sm:hidden">
      <PlayerButton
        label={t("back")}
        onClick={() => actions.seekBy(-10)}
        className="size-13 bg-black/45 [&_svg]:size-7"
      >
        <RotateCcw aria-hidden />
      </PlayerButton>
      <PlayerButton
        label={state.isPaused ? t("play") : t("pause")}
        onClick={actions.togglePlay}
        className="size-18 bg-black/55 [&_svg]:size-9"
      >
        {state.isPaused ? (
          <Play aria-hidden fill="currentColor" />
        ) : (
          <Pause aria-hidden fill="currentColor" />
        )}
      </PlayerButton>
      <PlayerButton
        label={t("forward")}
        onClick={() => actions.seekBy(10)}
        className="size-13 bg-black/45 [&_svg]:size-7"
      >
        <RotateCw aria-hidden />
      </PlayerButton>
    </div>
  );
}
