import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AvatarButton } from "@/components/accounts/avatars/avatar-button";
import { GrownUpsOnly } from "@/components/accounts/grown-ups-only";
import { ProfileForm } from "@/components/accounts/profile-form";
import { SettingsSection } from "@/components/accounts/settings-section";
import { TextLink } from "@/components/ui/text-link";
import { getPublicProfile } from "@/lib/accounts/profile";
import { requireViewerPage } from "@/lib/platform/auth/page";
import { readFlash } from "@/lib/platform/http/flash-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.settings");
  return { title: t("sections.profile"), robots: { index: false } };
}

export default async function ProfileSettingsPage() {
  const ctx = await requireViewerPage("/settings");
  const [t, profile, flash] = await Promise.all([
    getTranslations("accounts.settings"),
    getPublicProfile(ctx, ctx.household.username),
    readFlash("/api/account/profile"),
  ]);
  return (
    <GrownUpsOnly viewer={ctx.viewer}>
      <SettingsSection title={t("sections.profile")} text={t("profileText")}>
        <AvatarButton
          action="/api/account/avatar"
          name={profile.displayName ?? profile.username}
          path={profile.avatarPath}
          size={96}
        />
        <ProfileForm profile={profile} initial={flash} />
        <TextLink href={`/u/${profile.username}`} className="justify-self-start">
          {t("seeProfile")}
        </TextLink>
      </SettingsSection>
    </GrownUpsOnly>
  );
}
