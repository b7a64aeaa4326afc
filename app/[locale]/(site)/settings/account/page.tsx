import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChangeEmailForm, PersonalForm } from "@/components/accounts/account-forms";
import { GrownUpsOnly } from "@/components/accounts/grown-ups-only";
import { LookForm } from "@/components/accounts/look-form";
import { SettingsSection } from "@/components/accounts/settings-section";
import { listCountries } from "@/lib/accounts/countries";
import { getAccountSettings } from "@/lib/accounts/profile";
import { requireViewerPage } from "@/lib/platform/auth/page";
import { readFlash } from "@/lib/platform/http/flash-page";
import { getTheme } from "@/lib/platform/theme-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.settings");
  return { title: t("sections.account"), robots: { index: false } };
}

export default async function AccountSettingsPage() {
  const ctx = await requireViewerPage("/settings/account");
  const [t, settings, theme, emailFlash, personalFlash] = await Promise.all([
    getTranslations("accounts.settings"),
    getAccountSettings(ctx),
    getTheme(),
    readFlash("/api/account/email", "/auth/confirm"),
    readFlash("/api/account/settings"),
  ]);
  return (
    <GrownUpsOnly viewer={ctx.viewer}>
      <SettingsSection title={t("lookTitle")}>
        <LookForm theme={theme} />
      </SettingsSection>
      <SettingsSection title={t("personalTitle")}>
        <PersonalForm
          settings={settings}
          countries={listCountries(ctx.viewer.locale)}
          initial={personalFlash}
        />
      </SettingsSection>
      <SettingsSection title={t("emailTitle")} text={t("emailText", { email: ctx.user.email })}>
        <ChangeEmailForm initial={emailFlash} />
      </SettingsSection>
    </GrownUpsOnly>
  );
}
