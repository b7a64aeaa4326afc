import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChangeEmailForm, PersonalForm } from "@/components/accounts/account-forms";
import { GrownUpsOnly } from "@/components/accounts/grown-ups-only";
import { DeleteAccount } from "@/components/accounts/leaving/delete-account";
import { DownloadForm } from "@/components/accounts/leaving/download-form";
import { LookForm } from "@/components/accounts/look-form";
import { SettingsSection } from "@/components/accounts/settings-section";
import { listCountries } from "@/lib/accounts/countries";
import { getAccountSecurity } from "@/lib/accounts/identity/confirm";
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
  const [t, settings, theme, emailFlash, personalFlash, dataFlash, { hasPassword }] = await Promise.all([
    getTranslations("accounts.settings"),
    getAccountSettings(ctx),
    getTheme(),
    readFlash("/api/account/email", "/auth/confirm"),
    readFlash("/api/account/settings"),
    readFlash("/api/account/data"),
    getAccountSecurity(ctx),
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
      <SettingsSection title={t("dataTitle")} text={t("dataText")}>
        <DownloadForm hasPassword={hasPassword} initial={dataFlash} />
      </SettingsSection>
      {!ctx.household.deletionRequestedAt && (
        <SettingsSection title={t("deleteTitle")} text={t("deleteText")}>
          <DeleteAccount hasPassword={hasPassword} />
        </SettingsSection>
      )}
    </GrownUpsOnly>
  );
}
