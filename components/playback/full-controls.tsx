"use client";

import { useState } from "react";
import { Captions } from "@/components/playback/captions";
import { CenterButtons, ControlBar } from "@/components/playback/control-bar";
import type { ControlsProps } from "@/components/playback/controls";
import { Elsewhere } from "@/components/playback/elsewhere";
import { QualityMenu } from "@/components/playback/quality-menu";
import { SubtitleMenu } from "@/components/playback/subtitle-menu";
import { TopBar } from "@/components/playback/top-bar";
import type { PlayerActions } from "@/lib/playback/client/player-actions";
import type { OtherScreen } from "@/lib/playback/client/use-other-screen";
import type { useSubtitles } from "@/lib/playback/client/use-subtitles";
import type { VideoState } from "@/lib/playback/client/use-video-state";

type Props = ControlsProps & {
  state: VideoState;
  actions: PlayerActions;
  subtitles: ReturnType<typeof useSubtitles>;
  other: OtherScreen;
  onMenu: (isOpen: boolean) => void;
};

/** The controls of a player that fills its page, as children of media-chrome's controller. */
export function FullControls(props: Props) {
  const { video, stage, heading, playback, stream, state, actions, subtitles, other, preferences, onMenu } =
    props;
  const [isPreview, setIsPreview] = useState(false);
  const menu = { container: stage, onOpenChange: onMenu, preferences, choices: stream.choices };
  return (
    <>
      <div slot="centered-chrome">
        {playback && !state.isEnded && <CenterButtons state={state} actions={actions} />}
      </div>
      <div slot="top-chrome" className="w-full">
        <TopBar {...heading} onShowKeys={actions.showKeys} onMini={actions.toggleMini} />
      </div>
      {other.element && <Elsewhere onBack={other.choose} />}
      <Captions
        video={video}
        track={other.element ? null : subtitles.track}
        language={subtitles.shown?.language ?? null}
        style={preferences.values.subtitleStyle}
        isPreview={isPreview}
      />
      <ControlBar
        {...{ state, actions }}
        other={other}
        place={props.place}
        hasNext={props.hasNext}
        menus={
          <>
            <SubtitleMenu
              {...menu}
              subtitles={playback?.subtitles ?? []}
              shown={subtitles.shown}
              onSubtitle={subtitles.choose}
              onAudio={stream.chooseAudio}
              onPreview={setIsPreview}
            />
            <QualityMenu
              {...menu}
              qualities={playback?.qualities ?? []}
              rate={state.rate}
              actions={actions}
              onHeight={stream.chooseHeight}
            />
          </>
        }
      />
    </>
  );
}
