"use client";

import "@/components/playback/player.css";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { SettingsForm } from "@/components/accounts/settings-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import type { FormState } from "@/components/ui/use-form";
import {
  LINE_BACKGROUNDS,
  LINE_COLORS,
  LINE_SIZES,
  LONGEST_DELAY_SECONDS,
  type PlaybackPreferences,
  SEGMENT_CHOICES,
} from "@/lib/playback/preferences/choices";

type Props = { preferences: PlaybackPreferences; initial: FormState | undefined };

const KINDS = ["intro", "recap", "credits"] as const;

/** How the active viewer watches; the player's own menus change the same. */
export function PreferencesForm({ preferences, initial }: Props) {
  const t = useTranslations("playback.settings");
  return (
    <SettingsForm action="/api/playback/preferences" submit={t("save")} initial={initial}>
      {({ errors }) => (
        <>
          <div className="grid">
            <Switch name="autoplayNext" label={t("autoplayNext")} defaultChecked={preferences.autoplayNext} />
            <Switch
              name="autoplayPreviews"
              label={t("autoplayPreviews")}
              defaultChecked={preferences.autoplayPreviews}
            />
            <Switch
              name="dataSaver"
              label={t("dataSaver")}
              hint={t("dataSaverHint")}
              defaultChecked={preferences.dataSaver}
            />
          </div>
          <Group title={t("skipping")}>
            {KINDS.map((kind) => (
              <Field key={kind} label={t(`kinds.${kind}`)} error={errors[kind]}>
                {(control) => (
                  <Select {...control} name={kind} defaultValue={preferences[kind]}>
                    {SEGMENT_CHOICES.map((choice) => (
                      <option key={choice} value={choice}>
                        {t(`choices.${choice}`)}
                      </option>
                    ))}
                  </Select>
                )}
              </Field>
            ))}
          </Group>
          <LookFields style={preferences.subtitleStyle} errors={errors} />
        </>
      )}
    </SettingsForm>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-4 sm:grid-cols-3">
      <legend className="mb-3 font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}

type LookProps = { style: PlaybackPreferences["subtitleStyle"]; errors: Record<string, string> };

/** With a line that looks as it will. */
function LookFields({ style, errors }: LookProps) {
  const t = useTranslations("playback.settings");
  const tPlayer = useTranslations("playback.player");
  const [look, setLook] = useState<Record<string, string>>({ ...style, delaySeconds: "" });
  const lists = [
    { name: "size", label: t("size"), options: LINE_SIZES.map((one) => [one, t(`sizes.${one}`)]) },
    { name: "color", label: t("color"), options: LINE_COLORS.map((one) => [one, t(`colors.${one}`)]) },
    {
      name: "background",
      label: t("background"),
      options: LINE_BACKGROUNDS.map((one) => [one, t(`backgrounds.${one}`)]),
    },
  ] as const;
  return (
    <Group title={t("subtitles")}>
      <div
        aria-hidden
        data-captions
        data-size={look.size}
        data-color={look.color}
        data-background={look.background}
        className="player-lines-sample grid aspect-21/9 place-items-center overflow-hidden rounded-panel sm:col-span-3"
      >
        <p className="player-line">{tPlayer("sample")}</p>
      </div>
      {lists.map(({ name, label, options }) => (
        <Field key={name} label={label} error={errors[name]}>
          {(control) => (
            <Select
              {...control}
              name={name}
              defaultValue={style[name]}
              onChange={({ target }) => setLook((old) => ({ ...old, [name]: target.value }))}
            >
              {options.map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ))}
      <Field label={t("delay")} hint={t("delayHint")} error={errors.delaySeconds} className="sm:col-span-3">
        {(control) => (
          <Input
            {...control}
            name="delaySeconds"
            type="number"
            inputMode="decimal"
            step="0.05"
            min={-LONGEST_DELAY_SECONDS}
            max={LONGEST_DELAY_SECONDS}
            defaultValue={style.delaySeconds}
          />
        )}
      </Field>
    </Group>
  );
}
