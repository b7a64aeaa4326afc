import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DevicesList } from "@/components/accounts/devices-list";
import { GrownUpsOnly } from "@/components/accounts/grown-ups-only";
import { PostButton } from "@/components/accounts/post-button";
import { SettingsSection } from "@/components/accounts/settings-section";
import { listDevices } from "@/lib/accounts/devices";
import { requireViewerPage } from "@/lib/platform/auth/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.settings");
  return { title: t("sections.security"), robots: { index: false } };
}

export default async function SecuritySettingsPage() {
  const ctx = await requireViewerPage("/settings/security");
  const [t, devices] = await Promise.all([getTranslations("accounts.settings"), listDevices(ctx)]);
  return (
    <GrownUpsOnly viewer={ctx.viewer}>
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
