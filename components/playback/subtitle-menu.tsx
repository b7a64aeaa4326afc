"use client";

import { Captions as CaptionsIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type MenuPlace, MenuTrigger } from "@/components/playback/menu-trigger";
import {
  PlayerMenu,
  PlayerMenuGroup,
  PlayerMenuItem,
  PlayerMenuLine,
} from "@/components/playback/player-menu";
import type { StreamChoices } from "@/lib/playback/client/stream-engine";
import type { Preferences } from "@/lib/playback/client/use-preferences";
import {
  LINE_BACKGROUNDS,
  LINE_COLORS,
  LINE_SIZES,
  LONGEST_DELAY_SECONDS,
  type SubtitleStyle,
} from "@/lib/playback/preferences/choices";
import type { SubtitleChoice } from "@/lib/playback/schema";

const OFF = "off";
const DELAY_STEP_SECONDS = 0.25;

type Props = MenuPlace & {
  subtitles: SubtitleChoice[];
  shown: SubtitleChoice | null;
  choices: StreamChoices;
  preferences: Preferences;
  onSubtitle: (choice: SubtitleChoice | null) => void;
  onAudio: (id: number) => void;
  /** While their look is being chosen, lines are shown even where nobody speaks. */
  onPreview: (isShown: boolean) => void;
};

/** Nothing to choose from, nothing shown. */
export function SubtitleMenu({ container, onOpenChange, onPreview, ...props }: Props) {
  const t = useTranslations("playback.player");
  const [isLook, setIsLook] = useState(false);
  const turn = (isOn: boolean) => {
    setIsLook(isOn);
    onPreview(isOn);
  };
  if (props.subtitles.length === 0 && props.choices.audioTracks.length < 2) return null;
  return (
    <PlayerMenu
      container={container}
      onOpenChange={(isOpen) => {
        turn(false);
        onOpenChange(isOpen);
      }}
      trigger={<MenuTrigger label={t("subtitles")} icon={<CaptionsIcon aria-hidden />} />}
    >
      {isLook ? (
        <LookPage preferences={props.preferences} onBack={() => turn(false)} />
      ) : (
        <MainPage {...props} onLook={() => turn(true)} />
      )}
    </PlayerMenu>
  );
}

type MainProps = Omit<Props, keyof MenuPlace | "onPreview"> & { onLook: () => void };

function MainPage({ subtitles, shown, choices, preferences, onSubtitle, onAudio, onLook }: MainProps) {
  const t = useTranslations("playback.player");
  return (
    <>
      {subtitles.length > 0 && (
        <>
          <PlayerMenuItem label={t("look")} to="page" onSelect={onLook} />
          <PlayerMenuLine />
          <PlayerMenuGroup
            label={t("subtitlesLabel")}
            value={shown?.url ?? OFF}
            options={[
              { value: OFF, label: t("subtitlesOff") },
              ...subtitles.map(({ url, label }) => ({ value: url, label })),
            ]}
            onChange={(value) => onSubtitle(subtitles.find(({ url }) => url === value) ?? null)}
          />
        </>
      )}
      {choices.audioTracks.length > 1 && (
        <PlayerMenuGroup
          label={t("audioLabel")}
          value={String(choices.audioId)}
          options={choices.audioTracks.map(({ id, label }) => ({ value: String(id), label }))}
          onChange={(value) => {
            onAudio(Number(value));
            const language = choices.audioTracks.find(({ id }) => id === Number(value))?.language;
            if (language) preferences.change({ audioLanguage: language });
          }}
        />
      )}
    </>
  );
}

/** Each change is seen at once, on the lines themselves. */
function LookPage({ preferences, onBack }: { preferences: Preferences; onBack: () => void }) {
  const t = useTranslations("playback");
  const style = preferences.values.subtitleStyle;
  const change = (part: Partial<SubtitleStyle>) =>
    preferences.change({ subtitleStyle: { ...style, ...part } });
  const shift = (seconds: number) => {
    const next = Math.round((style.delaySeconds + seconds) * 100) / 100;
    change({ delaySeconds: Math.min(LONGEST_DELAY_SECONDS, Math.max(-LONGEST_DELAY_SECONDS, next)) });
  };
  return (
    <>
      <PlayerMenuItem label={t("player.look")} to="back" onSelect={onBack} />
      <PlayerMenuGroup
        label={t("settings.size")}
        value={style.size}
        options={LINE_SIZES.map((size) => ({ value: size, label: t(`settings.sizes.${size}`) }))}
        onChange={(value) => change({ size: LINE_SIZES.find((one) => one === value) ?? style.size })}
      />
      <PlayerMenuGroup
        label={t("settings.color")}
        value={style.color}
        options={LINE_COLORS.map((color) => ({ value: color, label: t(`settings.colors.${color}`) }))}
        onChange={(value) => change({ color: LINE_COLORS.find((one) => one === value) ?? style.color })}
      />
      <PlayerMenuGroup
        label={t("settings.background")}
        value={style.background}
        options={LINE_BACKGROUNDS.map((one) => ({ value: one, label: t(`settings.backgrounds.${one}`) }))}
        onChange={(value) =>
          change({ background: LINE_BACKGROUNDS.find((one) => one === value) ?? style.background })
        }
      />
      <PlayerMenuLine />
      <p role="status" className="px-3 pt-1 text-sm text-white/80 tabular-nums">
        {t("settings.delayed", { seconds: style.delaySeconds })}
      </p>
      <PlayerMenuItem label={t("player.earlier")} onSelect={() => shift(-DELAY_STEP_SECONDS)} />
      <PlayerMenuItem label={t("player.later")} onSelect={() => shift(DELAY_STEP_SECONDS)} />
      <PlayerMenuItem label={t("player.inStep")} onSelect={() => change({ delaySeconds: 0 })} />
    </>
  );
}
