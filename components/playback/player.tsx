"use client";

import "@/components/playback/player.css";
// Before media-chrome: its parts take their words when they are defined.
import "@/components/playback/player-words";
import { MediaController, MediaLoadingIndicator } from "media-chrome/react";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState, useSyncExternalStore } from "react";
import { Captions } from "@/components/playback/captions";
import { CenterButtons, ControlBar } from "@/components/playback/control-bar";
import { KeysDialog } from "@/components/playback/keys-dialog";
import { LoadingRing } from "@/components/playback/loading-ring";
import { speakLanguage } from "@/components/playback/player-words";
import { QualityMenu, SubtitleMenu } from "@/components/playback/settings-menus";
import { SkipSegment } from "@/components/playback/skip-segment";
import { StreamProblemMessage } from "@/components/playback/stream-problem";
import { TopBar } from "@/components/playback/top-bar";
import { useHandedOverFocus } from "@/components/playback/use-handed-over-focus";
import { usePlayerActions } from "@/components/playback/use-player-actions";
import type { RequestError } from "@/lib/platform/http/request-json";
import { useFullscreen } from "@/lib/playback/client/use-fullscreen";
import type { StartedPlayback } from "@/lib/playback/client/use-playback";
import { usePlayerKeys } from "@/lib/playback/client/use-player-keys";
import { useStream } from "@/lib/playback/client/use-stream";
import { useSubtitles } from "@/lib/playback/client/use-subtitles";
import { useVideoState, type VideoState } from "@/lib/playback/client/use-video-state";
import type { Playback, SubtitleChoice } from "@/lib/playback/schema";

export type PlayerProps = {
  stage: HTMLElement | null;
  /** Null until the server has let it begin. */
  started: StartedPlayback | null;
  title: string;
  subtitle: string | null;
  backHref: string;
  onLost: (error: RequestError, seconds: number) => void;
  onRestart: (seconds: number) => void;
  hasNext: boolean;
  onNext: () => void;
  /** What lies over the end of a film or an episode. */
  renderEnd: (state: VideoState, replay: () => void) => ReactNode;
};

const NEVER_CHANGES = () => () => undefined;
const hasPip = () => document.pictureInPictureEnabled === true;
const NO_SUBTITLES: SubtitleChoice[] = [];
const HIDE_AFTER_SECONDS = "3";
const NEVER = "-1";
/** Attributes that the typings of the React wrapper lack: keys and subtitles are ours. */
const OWN_WAYS = { nohotkeys: "", nosubtitleslangpref: "" };
const STAYS = { noautohide: "" };

export function Player(props: PlayerProps) {
  const { stage, started, title, onLost, onNext, onRestart } = props;
  const playback = started?.playback ?? null;
  const t = useTranslations("playback.player");
  const locale = useLocale();
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  const [areKeysShown, setAreKeysShown] = useState(false);
  useState(() => speakLanguage(locale));
  const { choices, problem, chooseHeight, chooseAudio } = useStream({
    video,
    started,
    onLost,
    onReturn: onRestart,
  });
  const subtitles = useSubtitles(video, playback?.subtitles ?? NO_SUBTITLES);
  const state = useVideoState(video);
  // Only the browser knows; the page that the server sends has no such button.
  const canPip = useSyncExternalStore(NEVER_CHANGES, hasPip, () => false);
  const { isFullscreen, toggle: toggleFullscreen } = useFullscreen(stage, video);
  const actions = usePlayerActions({
    video,
    toggleFullscreen,
    toggleSubtitles: subtitles.toggle,
    playNext: onNext,
    showKeys: () => setAreKeysShown(true),
    leaveControls: () => stage?.focus({ preventScroll: true }),
  });
  usePlayerKeys(actions, playback !== null);
  const menu = { container: stage, onOpenChange: setIsMenuOpen };
  return (
    <div ref={useHandedOverFocus<HTMLDivElement>()} className="contents">
      <MediaController
        ref={(element: HTMLElement | null) => nameRegion(element, t("label", { title }))}
        {...OWN_WAYS}
        {...{ autohide: isMenuOpen ? NEVER : HIDE_AFTER_SECONDS }}
        className="player absolute inset-0 bg-transparent"
      >
        {/* biome-ignore lint/a11y/useMediaCaption: the tracks below are the film's own, where it has any */}
        <video ref={setVideo} slot="media" playsInline preload="auto" key="video">
          <Tracks playback={playback} hasBegun={state.hasBegun} />
        </video>
        <MediaLoadingIndicator slot="centered-chrome" {...STAYS} className="absolute" />
        <div slot="centered-chrome" {...(!playback && STAYS)}>
          {!playback && <LoadingRing />}
          {playback && !state.isEnded && <CenterButtons state={state} actions={actions} />}
        </div>
        <div slot="top-chrome" className="w-full">
          <TopBar {...props} onShowKeys={() => setAreKeysShown(true)} />
        </div>
        <Captions lines={subtitles.lines} language={subtitles.language} {...STAYS} />
        <ControlBar
          state={state}
          actions={actions}
          isFullscreen={isFullscreen}
          canPip={canPip}
          hasNext={props.hasNext}
          menus={
            <>
              <SubtitleMenu
                {...menu}
                subtitles={playback?.subtitles ?? NO_SUBTITLES}
                language={subtitles.language}
                onLanguage={subtitles.choose}
                choices={choices}
                onAudio={chooseAudio}
              />
              <QualityMenu
                {...menu}
                qualities={playback?.qualities ?? []}
                choices={choices}
                rate={state.rate}
                onHeight={chooseHeight}
                onRate={actions.setSpeed}
              />
            </>
          }
        />
      </MediaController>
      {playback && <SkipSegment segments={playback.segments} state={state} onSkip={actions.seekTo} />}
      {playback && props.renderEnd(state, () => actions.seekTo(0))}
      <StreamProblemMessage
        // A lost connection is nobody's business while there is something left to show.
        problem={problem === "offline" && !state.isStarved ? null : problem}
        onRetry={() => onRestart(video?.currentTime ?? 0)}
      />
      <KeysDialog isOpen={areKeysShown} onOpenChange={setAreKeysShown} container={stage} />
    </div>
  );
}

/** When it is connected, media-chrome calls every player the same and makes a stop of the whole of it. */
function nameRegion(element: HTMLElement | null, label: string): void {
  element?.setAttribute("aria-label", label);
  // Not -1, which would take everything inside out of the order too.
  element?.removeAttribute("tabindex");
}

/** The pictures for scrubbing wait until the film is on screen: nothing may come before its first frame. */
function Tracks({ playback, hasBegun }: { playback: Playback | null; hasBegun: boolean }) {
  if (!playback) return null;
  return (
    <>
      {playback.subtitles.map(({ url, language, label, kind }) => (
        <track
          key={url}
          src={url}
          srcLang={language}
          label={label}
          kind={kind === "subtitles" ? kind : "captions"}
        />
      ))}
      {hasBegun && playback.thumbnailsUrl && (
        <track
          key={playback.thumbnailsUrl}
          kind="metadata"
          label="thumbnails"
          src={playback.thumbnailsUrl}
          default
        />
      )}
    </>
  );
}
