"use client";

// Before media-chrome: its parts take their words when they are defined.
import "@/components/playback/player-words";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { createPortal } from "react-dom";
import { EndOfItem } from "@/components/playback/end-of-item";
import { FilmTracks } from "@/components/playback/film-tracks";
import { FullControls } from "@/components/playback/full-controls";
import { Gestures } from "@/components/playback/gestures";
import { KeysDialog } from "@/components/playback/keys-dialog";
import { MiniControls } from "@/components/playback/mini-controls";
import { speakLanguage } from "@/components/playback/player-words";
import { SkipSegment } from "@/components/playback/skip-segment";
import { StatsOverlay } from "@/components/playback/stats-overlay";
import { StreamProblemMessage } from "@/components/playback/stream-problem";
import { useController } from "@/components/playback/use-controller";
import { useHandedOverFocus } from "@/components/playback/use-handed-over-focus";
import { usePlayerActions } from "@/components/playback/use-player-actions";
import type { FilmPlayerProps } from "@/lib/playback/client/now-playing";
import type { PlayerActions } from "@/lib/playback/client/player-actions";
import { useMediaSession } from "@/lib/playback/client/use-media-session";
import { useOtherScreen } from "@/lib/playback/client/use-other-screen";
import { usePlaceInPage } from "@/lib/playback/client/use-place-in-page";
import { usePlayerKeys } from "@/lib/playback/client/use-player-keys";
import type { Preferences } from "@/lib/playback/client/use-preferences";
import type { Stream } from "@/lib/playback/client/use-stream";
import { useSubtitles } from "@/lib/playback/client/use-subtitles";
import { useVideoState, type VideoState } from "@/lib/playback/client/use-video-state";
import type { Playback, SubtitleChoice } from "@/lib/playback/schema";

export type Heading = { title: string; subtitle: string | null; backHref: string; watchHref: string };

export type ControlsProps = FilmPlayerProps & {
  heading: Heading;
  /** Null while an episode is being asked for. */
  playback: Playback | null;
  stream: Stream;
  preferences: Preferences;
  hasNext: boolean;
  playNext: () => void;
  onRestart: (seconds: number) => void;
};

/** Where no engine says how many frames the film has. */
const FALLBACK_FRAME_RATE = 24;
const LOW_PIXELS = 320;
const NO_SUBTITLES: SubtitleChoice[] = [];

/** Everything of the player but the film: controls, lines, menus, keys and what lies over the picture. */
export function Controls(props: ControlsProps) {
  const { film, place, stage, controller, video, heading, playback, stream, preferences, playNext } = props;
  const t = useTranslations("playback.player");
  const locale = useLocale();
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  const [areKeysShown, setAreKeysShown] = useState(false);
  const [areStatsShown, setAreStatsShown] = useState(false);
  useState(() => speakLanguage(locale));
  useController(controller, t("label", { title: heading.title }), isMenuOpen || stream.problem !== null);
  const subtitles = useSubtitles({
    ...{ video, preferences, locale },
    subtitles: playback?.subtitles ?? NO_SUBTITLES,
  });
  const other = useOtherScreen({ video, controller, playback, showOn: stream.showOn });
  // What is pressed here steers the screen that shows the film.
  const shown = other.element ?? video;
  const state = useVideoState(shown);
  const actions = usePlayerActions({
    ...{ video: shown, stage, place, heading, playNext },
    toggleSubtitles: subtitles.toggle,
    toggleStats: () => setAreStatsShown((isShown) => !isShown),
    showKeys: () => setAreKeysShown(true),
    frameRate: () => stream.choices.frameRate ?? FALLBACK_FRAME_RATE,
  });
  usePlayerKeys(actions, stage, place, playback !== null);
  useMediaSession(shown, { ...heading, backdropPath: film.movie.backdropPath }, actions, props.hasNext);
  usePlaceInPage(place, stage);
  const isFull = place !== "corner";
  return (
    <div ref={useHandedOverFocus<HTMLDivElement>()} className="contents">
      {createPortal(<FilmTracks playback={playback} hasBegun={state.hasBegun} />, video)}
      {createPortal(
        isFull ? (
          <FullControls {...props} {...{ state, actions, subtitles, other }} onMenu={setIsMenuOpen} />
        ) : (
          <MiniControls {...{ stage, video, heading, state, actions, subtitles, preferences, other }} />
        ),
        controller,
      )}
      {isFull && <Gestures {...{ controller, video, actions }} />}
      {isFull && areStatsShown && playback && (
        <StatsOverlay
          {...{ video, stream }}
          sessionId={playback.sessionId}
          onClose={() => setAreStatsShown(false)}
        />
      )}
      {playback && <OverPicture {...props} {...{ playback, state, actions }} />}
      <KeysDialog isOpen={areKeysShown} onOpenChange={setAreKeysShown} container={stage} />
    </div>
  );
}

type OverProps = ControlsProps & { playback: Playback; state: VideoState; actions: PlayerActions };

/** What comes and goes over the film by itself. */
function OverPicture({ place, video, heading, playback, stream, preferences, ...props }: OverProps) {
  const { state, actions, playNext, onRestart } = props;
  const isSmall = place === "corner";
  const { problem } = stream;
  return (
    <>
      {!isSmall && (
        <SkipSegment
          key={`segments ${playback.sessionId}`}
          {...{ video }}
          segments={playback.segments}
          choices={preferences.values}
          seekTo={actions.seekTo}
        />
      )}
      <EndOfItem
        key={playback.sessionId}
        title={heading.title}
        video={state}
        next={playback.nextEpisode}
        preferences={preferences.values}
        segments={playback.segments}
        backHref={heading.backHref}
        isSmall={isSmall}
        isLow={props.stage.clientHeight < LOW_PIXELS}
        onNext={playNext}
        onReplay={() => actions.seekTo(0)}
      />
      <StreamProblemMessage
        // A lost connection is nobody's business while there is something left to show.
        problem={problem === "offline" && !state.isStarved ? null : problem}
        isSmall={isSmall}
        onRetry={() => onRestart(video.currentTime)}
      />
    </>
  );
}
