import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GrownUpsOnly } from "@/components/accounts/grown-ups-only";
import { SettingsSection } from "@/components/accounts/settings-section";
import { ViewersManager } from "@/components/accounts/viewers-manager";
import { requireViewerPage } from "@/lib/platform/auth/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.settings");
  return { title: t("sections.viewers"), robots: { index: false } };
}

export default async function ViewersSettingsPage() {
  const [t, { household, viewer }] = await Promise.all([
    getTranslations("accounts.settings"),
    requireViewerPage("/settings/viewers"),
  ]);
  return (
    <GrownUpsOnly viewer={viewer}>
      <SettingsSection
        title={t("sections.viewers")}
        text={t("viewersText", { count: household.viewers.length })}
      >
        <ViewersManager viewers={household.viewers} activeId={viewer.profileId} />
      </SettingsSection>
    </GrownUpsOnly>
  );
}
