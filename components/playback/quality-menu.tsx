"use client";

import { Settings } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type MenuPlace, MenuTrigger } from "@/components/playback/menu-trigger";
import {
  type MenuOption,
  PlayerMenu,
  PlayerMenuGroup,
  PlayerMenuItem,
  PlayerMenuLine,
  PlayerMenuSwitch,
} from "@/components/playback/player-menu";
import type { PlayerActions } from "@/lib/playback/client/player-actions";
import { SPEEDS } from "@/lib/playback/client/player-actions";
import type { StreamChoices } from "@/lib/playback/client/stream-engine";
import type { Preferences } from "@/lib/playback/client/use-preferences";
import { SEGMENT_CHOICES } from "@/lib/playback/preferences/choices";
import type { Quality } from "@/lib/playback/schema";

const AUTO = "auto";

type Props = MenuPlace & {
  qualities: Quality[];
  choices: StreamChoices;
  rate: number;
  preferences: Preferences;
  actions: Pick<PlayerActions, "setSpeed" | "toggleStats">;
  onHeight: (height: number | null) => void;
};

export function QualityMenu({ container, onOpenChange, ...props }: Props) {
  const t = useTranslations("playback.player");
  const [isSkipping, setIsSkipping] = useState(false);
  return (
    <PlayerMenu
      container={container}
      onOpenChange={(isOpen) => {
        setIsSkipping(false);
        onOpenChange(isOpen);
      }}
      trigger={<MenuTrigger label={t("settings")} icon={<Settings aria-hidden />} />}
    >
      {isSkipping ? (
        <SkippingPage preferences={props.preferences} onBack={() => setIsSkipping(false)} />
      ) : (
        <MainPage {...props} onSkipping={() => setIsSkipping(true)} />
      )}
    </PlayerMenu>
  );
}

type MainProps = Omit<Props, keyof MenuPlace> & { onSkipping: () => void };

function MainPage({ qualities, choices, rate, preferences, actions, onHeight, onSkipping }: MainProps) {
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
    <>
      <PlayerMenuItem label={t("skipping")} to="page" onSelect={onSkipping} />
      <PlayerMenuItem label={t("stats")} onSelect={actions.toggleStats} />
      <PlayerMenuSwitch
        label={t("dataSaver")}
        isOn={preferences.values.dataSaver}
        onChange={(dataSaver) => preferences.change({ dataSaver })}
      />
      <PlayerMenuLine />
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
        onChange={(value) => actions.setSpeed(Number(value))}
      />
    </>
  );
}

const KINDS = ["intro", "recap", "credits"] as const;

/** What happens to segments and at the end, as it is kept for the viewer. */
function SkippingPage({ preferences, onBack }: { preferences: Preferences; onBack: () => void }) {
  const t = useTranslations("playback");
  const { values, change } = preferences;
  return (
    <>
      <PlayerMenuItem label={t("player.skipping")} to="back" onSelect={onBack} />
      <PlayerMenuSwitch
        label={t("settings.autoplayNext")}
        isOn={values.autoplayNext}
        onChange={(autoplayNext) => change({ autoplayNext })}
      />
      {KINDS.map((kind) => (
        <PlayerMenuGroup
          key={kind}
          label={t(`settings.kinds.${kind}`)}
          value={values[kind]}
          options={SEGMENT_CHOICES.map((choice) => ({
            value: choice,
            label: t(`settings.choices.${choice}`),
          }))}
          onChange={(value) => {
            const choice = SEGMENT_CHOICES.find((one) => one === value);
            if (choice) change({ [kind]: choice });
          }}
        />
      ))}
    </>
  );
}
