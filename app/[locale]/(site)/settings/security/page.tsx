import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChangePasswordForm } from "@/components/accounts/account-forms";
import { DevicesList } from "@/components/accounts/devices-list";
import { GrownUpsOnly } from "@/components/accounts/grown-ups-only";
import { PostButton } from "@/components/accounts/post-button";
import { SecondStepSettings } from "@/components/accounts/second-step/second-step-settings";
import { SettingsSection } from "@/components/accounts/settings-section";
import { listDevices } from "@/lib/accounts/devices/list";
import { getAccountSecurity } from "@/lib/accounts/identity/confirm";
import { offersSecondStep } from "@/lib/accounts/second-step/enrol";
import { requireViewerPage } from "@/lib/platform/auth/page";
import { readFlash } from "@/lib/platform/http/flash-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.settings");
  return { title: t("sections.security"), robots: { index: false } };
}

export default async function SecuritySettingsPage() {
  const ctx = await requireViewerPage("/settings/security");
  const [t, devices, passwordFlash, security] = await Promise.all([
    getTranslations("accounts.settings"),
    listDevices(ctx),
    readFlash("/api/account/password"),
    getAccountSecurity(ctx),
  ]);
  return (
    <GrownUpsOnly viewer={ctx.viewer}>
      <SettingsSection title={t("passwordTitle")}>
        <ChangePasswordForm initial={passwordFlash} />
      </SettingsSection>
      {(offersSecondStep() || security.hasSecondStep) && (
        <SettingsSection title={t("secondStepTitle")} text={t("secondStepText")}>
          <SecondStepSettings {...security} />
        </SettingsSection>
      )}
      <SettingsSection title={t("devicesTitle")}>
        <DevicesList devices={devices} />
      </SettingsSection>
      <SettingsSection title={t("signOutTitle")} text={t("signOutText")}>
        <div className="flex flex-wrap gap-3">
          <PostButton action="/api/auth/sign-out" values={{ scope: "others" }} size="medium">
            {t("signOutOthers")}
          </PostButton>
          <PostButton action="/api/auth/sign-out" values={{ scope: "global" }} size="medium" variant="danger">
            {t("signOutEverywhere")}
          </PostButton>
        </div>
      </SettingsSection>
    </GrownUpsOnly>
  );
}
