import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GrownUpsOnly } from "@/components/accounts/grown-ups-only";
import { SettingsSection } from "@/components/accounts/settings-section";
import { ViewersManager } from "@/components/accounts/viewers-manager";
import { VIEWERS_MAXIMUM } from "@/lib/accounts/limits";
import { requireViewerPage } from "@/lib/platform/auth/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.settings");
  return { title: t("sections.viewers"), robots: { index: false } };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ViewersSettingsPage({ searchParams }: Props) {
  const [t, { household, viewer }, query] = await Promise.all([
    getTranslations("accounts.settings"),
    requireViewerPage("/settings/viewers"),
    searchParams,
  ]);
  const isAdding = query.add !== undefined && household.viewers.length < VIEWERS_MAXIMUM;
  return (
    <GrownUpsOnly viewer={viewer}>
      <SettingsSection
        title={t("sections.viewers")}
        text={t("viewersText", { count: household.viewers.length })}
      >
        <ViewersManager viewers={household.viewers} activeId={viewer.profileId} isAdding={isAdding} />
      </SettingsSection>
    </GrownUpsOnly>
  );
}
