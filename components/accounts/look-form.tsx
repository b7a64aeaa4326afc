"use client";

import { useLocale, useTranslations } from "next-intl";
import { usePreferences } from "@/components/platform/use-preferences";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { isLocale, LOCALE_NAMES, LOCALES } from "@/lib/i18n/config";
import { THEMES, type Theme, toTheme } from "@/lib/platform/theme";

/** Takes effect when it is chosen. Without JavaScript the footer changes the language. */
export function LookForm({ theme: initial }: { theme: Theme }) {
  const t = useTranslations("platform.preferences");
  const locale = useLocale();
  const { theme, change } = usePreferences(initial);
  return (
    <div className="grid max-w-xl gap-5 sm:grid-cols-2">
      <Field label={t("language")}>
        {(control) => (
          <Select
            {...control}
            value={locale}
            onChange={({ target }) => isLocale(target.value) && change({ locale: target.value })}
          >
            {LOCALES.map((code) => (
              <option key={code} value={code} lang={code}>
                {LOCALE_NAMES[code]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t("theme")}>
        {(control) => (
          <Select
            {...control}
            value={theme}
            onChange={({ target }) => change({ theme: toTheme(target.value) })}
          >
            {THEMES.map((name) => (
              <option key={name} value={name}>
                {t(`themes.${name}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}
