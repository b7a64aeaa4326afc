import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { SettingsSection } from "@/components/accounts/settings-section";
import { PreferencesForm } from "@/components/playback/preferences-form";
import { clientMessages } from "@/lib/i18n/client-messages";
import { requireViewerPage } from "@/lib/platform/auth/page";
import { readFlash } from "@/lib/platform/http/flash-page";
import { getPreferences } from "@/lib/playback/preferences/store";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("playback.settings");
  return { title: t("title"), robots: { index: false } };
}

/** Of the active viewer alone, children too: how somebody reads subtitles is nobody else's to decide. */
export default async function PlaybackSettingsPage() {
  const ctx = await requireViewerPage("/settings/playback");
  const [t, locale, preferences, flash] = await Promise.all([
    getTranslations("playback.settings"),
    getLocale(),
    getPreferences(ctx),
    readFlash("/api/playback/preferences"),
  ]);
  return (
    <SettingsSection title={t("title")} text={t("text", { name: ctx.viewer.name })}>
      <NextIntlClientProvider messages={clientMessages(locale, "platform", "playback")}>
        <PreferencesForm preferences={preferences} initial={flash} />
      </NextIntlClientProvider>
    </SettingsSection>
  );
}
