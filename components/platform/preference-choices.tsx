"use client";

import { useLocale, useTranslations } from "next-intl";
import { usePreferences } from "@/components/platform/use-preferences";
import { MenuChoice, MenuChoices, MenuLabel, MenuSeparator } from "@/components/ui/menu";
import { isLocale, LOCALE_NAMES, LOCALES } from "@/lib/i18n/config";
import { THEMES, type Theme, toTheme } from "@/lib/platform/theme";

/** Language and theme, inside a menu. */
export function PreferenceChoices({ theme: initial }: { theme: Theme }) {
  const t = useTranslations("platform.preferences");
  const locale = useLocale();
  const { theme, change } = usePreferences(initial);
  return (
    <>
      <MenuLabel>{t("language")}</MenuLabel>
      <MenuChoices value={locale} onValueChange={(value) => isLocale(value) && change({ locale: value })}>
        {LOCALES.map((code) => (
          <MenuChoice key={code} value={code}>
            <span lang={code}>{LOCALE_NAMES[code]}</span>
          </MenuChoice>
        ))}
      </MenuChoices>
      <MenuSeparator />
      <MenuLabel>{t("theme")}</MenuLabel>
      <MenuChoices value={theme} onValueChange={(value) => change({ theme: toTheme(value) })}>
        {THEMES.map((name) => (
          <MenuChoice key={name} value={name} onSelect={(event) => event.preventDefault()}>
            {t(`themes.${name}`)}
          </MenuChoice>
        ))}
      </MenuChoices>
    </>
  );
}
