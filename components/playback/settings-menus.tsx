"use client";

import { Captions as CaptionsIcon, Settings } from "lucide-react";
import { useTranslations } from "next-intl";
import { PlayerButton } from "@/components/playback/player-button";
import { type MenuOption, PlayerMenu, PlayerMenuGroup } from "@/components/playback/player-menu";
import type { StreamChoices } from "@/lib/playback/client/stream-engine";
import type { Quality, SubtitleChoice } from "@/lib/playback/schema";

export const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] as const;
const AUTO = "auto";
const OFF = "off";

type Shared = { container: HTMLElement | null; onOpenChange: (isOpen: boolean) => void };

type QualityProps = Shared & {
  qualities: Quality[];
  choices: StreamChoices;
  rate: number;
  onHeight: (height: number | null) => void;
  onRate: (rate: number) => void;
};

export function QualityMenu({ qualities, choices, rate, onHeight, onRate, ...shared }: QualityProps) {
  const t = useTranslations("playback.player");
  const { chosenHeight, currentHeight } = choices;
  const auto =
    chosenHeight === null && currentHeight ? t("autoHeight", { height: currentHeight }) : t("auto");
  const heights: MenuOption[] = qualities.map(({ height, isAllowed, neededPlan }) => ({
    value: String(height),
    label: t("height", { height }),
    isDisabled: !isAllowed,
    ...(!isAllowed && { note: neededPlan ? t("needsPlan", { plan: neededPlan.name }) : t("needsNoPlan") }),
  }));
  return (
    <PlayerMenu {...shared} trigger={<Trigger label={t("settings")} icon={<Settings aria-hidden />} />}>
      <PlayerMenuGroup
        label={t("qualityLabel")}
        value={chosenHeight === null ? AUTO : String(chosenHeight)}
        options={[{ value: AUTO, label: auto }, ...heights]}
        onChange={(value) => onHeight(value === AUTO ? null : Number(value))}
      />
      <PlayerMenuGroup
        label={t("speedLabel")}
        value={String(rate)}
        options={SPEEDS.map((speed) => ({
          value: String(speed),
          label: speed === 1 ? t("normal") : t("speed", { rate: speed }),
        }))}
        onChange={(value) => onRate(Number(value))}
      />
    </PlayerMenu>
  );
}

type SubtitleProps = Shared & {
  subtitles: SubtitleChoice[];
  language: string | null;
  onLanguage: (language: string | null) => void;
  choices: StreamChoices;
  onAudio: (id: number) => void;
};

/** Nothing to choose from, nothing shown. */
export function SubtitleMenu(props: SubtitleProps) {
  const { subtitles, language, onLanguage, choices, onAudio, ...shared } = props;
  const t = useTranslations("playback.player");
  const hasAudioChoice = choices.audioTracks.length > 1;
  if (subtitles.length === 0 && !hasAudioChoice) return null;
  return (
    <PlayerMenu {...shared} trigger={<Trigger label={t("subtitles")} icon={<CaptionsIcon aria-hidden />} />}>
      {subtitles.length > 0 && (
        <PlayerMenuGroup
          label={t("subtitlesLabel")}
          value={language ?? OFF}
          options={[
            { value: OFF, label: t("subtitlesOff") },
            ...subtitles.map((track) => ({ value: track.language, label: track.label })),
          ]}
          onChange={(value) => onLanguage(value === OFF ? null : value)}
        />
      )}
      {hasAudioChoice && (
        <PlayerMenuGroup
          label={t("audioLabel")}
          value={String(choices.audioId)}
          options={choices.audioTracks.map(({ id, label }) => ({ value: String(id), label }))}
          onChange={(value) => onAudio(Number(value))}
        />
      )}
    </PlayerMenu>
  );
}

/** Radix hands its trigger properties down. */
function Trigger({
  label,
  icon,
  ...props
}: { label: string; icon: React.ReactNode } & React.ComponentProps<"button">) {
  return (
    <PlayerButton label={label} {...props}>
      {icon}
    </PlayerButton>
  );
}
