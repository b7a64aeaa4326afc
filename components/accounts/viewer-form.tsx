"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { useForm } from "@/components/ui/use-form";
import { KIDS_MAXIMUM_MATURITY } from "@/lib/accounts/limits";
import { LOCALE_NAMES, LOCALES } from "@/lib/i18n/config";
import type { HouseholdViewer } from "@/lib/platform/auth/household";
import { MATURITY_LEVELS } from "@/lib/platform/auth/maturity";

type Props = { viewer?: HouseholdViewer; onSaved: () => void };

/** Adds a viewer, or changes one. */
export function ViewerForm({ viewer, onSaved }: Props) {
  const t = useTranslations("accounts");
  const locale = useLocale();
  const [isKids, setIsKids] = useState(viewer?.isKids ?? false);
  const { state, isBusy, formProps } = useForm({
    action: viewer ? `/api/viewers/${viewer.id}` : "/api/viewers",
    method: viewer ? "PATCH" : "POST",
    onSuccess: onSaved,
  });
  const levels = MATURITY_LEVELS.filter((level) => !isKids || level <= KIDS_MAXIMUM_MATURITY);
  return (
    <form {...formProps} className="grid gap-5">
      {state.message && Object.keys(state.fields).length === 0 && (
        <Notice tone="error">{state.message.text}</Notice>
      )}
      <Field label={t("fields.viewerName")} error={state.fields.name}>
        {(control) => <Input {...control} name="name" maxLength={50} defaultValue={viewer?.name ?? ""} />}
      </Field>
      {!viewer?.isFirst && (
        <Switch
          name="isKids"
          label={t("fields.kids")}
          hint={t("fields.kidsHint")}
          checked={isKids}
          onChange={({ target }) => setIsKids(target.checked)}
        />
      )}
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={t("fields.maturity")} error={state.fields.maturityLimit}>
          {(control) => (
            <Select
              {...control}
              key={String(isKids)}
              name="maturityLimit"
              defaultValue={Math.min(viewer?.maturityLimit ?? 16, isKids ? KIDS_MAXIMUM_MATURITY : 18)}
            >
              {levels.map((age) => (
                <option key={age} value={age}>
                  {t("settings.maturityOption", { age })}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t("fields.language")}>
          {(control) => (
            <Select {...control} name="language" defaultValue={viewer?.language ?? locale}>
              {LOCALES.map((code) => (
                <option key={code} value={code} lang={code}>
                  {LOCALE_NAMES[code]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <div className="grid">
        <Switch
          name="autoplayNext"
          label={t("fields.autoplayNext")}
          defaultChecked={viewer?.autoplayNext ?? true}
        />
        <Switch
          name="autoplayPreviews"
          label={t("fields.autoplayPreviews")}
          defaultChecked={viewer?.autoplayPreviews ?? true}
        />
      </div>
      <Button type="submit" isBusy={isBusy}>
        {t("settings.save")}
      </Button>
    </form>
  );
}
