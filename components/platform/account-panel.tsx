"use client";

import { Bookmark, Gauge, Heart, History, Lock, LogOut, Settings, UserRound, Users } from "lucide-react";
import Link from "next/link";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { PreferenceChoices } from "@/components/platform/preference-choices";
import { Avatar } from "@/components/ui/avatar";
import { MenuItem, MenuPanel, MenuSeparator } from "@/components/ui/menu";
import type { MenuPanelProps } from "@/components/ui/menu-button";
import { toast } from "@/components/ui/toast";
import type { Viewer } from "@/lib/platform/auth/types";
import { requestJson } from "@/lib/platform/http/request-json";
import type { Theme } from "@/lib/platform/theme";
import { announceSignOut, announceViewerSwitch } from "@/lib/platform/viewer-switch";

/** What a menu needs of a viewer. */
export type ShownViewer = Pick<Viewer, "name"> & {
  id: string | null;
  avatarPath: string | null;
  language: string;
  hasPin: boolean;
};
export type AccountPanelProps = {
  household: { username: string; viewers: ShownViewer[] };
  viewer: ShownViewer;
  /** Where this account works, if it is of the staff. */
  desk: string | null;
  theme: Theme;
};

/** What the account menu opens; the button is AccountMenu. */
export function AccountPanel({
  household,
  viewer,
  desk,
  theme,
  ...menu
}: AccountPanelProps & MenuPanelProps) {
  const t = useTranslations("platform.account");
  const name = viewer.name ?? household.username;
  const links = [
    { href: "/viewers", label: t("switchViewer"), icon: <Users aria-hidden /> },
    { href: "/watchlist", label: t("watchlist"), icon: <Bookmark aria-hidden /> },
    { href: "/favorites", label: t("favorites"), icon: <Heart aria-hidden /> },
    { href: "/history", label: t("history"), icon: <History aria-hidden /> },
    { href: `/u/${household.username}`, label: t("profile"), icon: <UserRound aria-hidden /> },
    { href: "/settings", label: t("settings"), icon: <Settings aria-hidden /> },
    ...(desk ? [{ href: desk, label: t("desk"), icon: <Gauge aria-hidden /> }] : []),
  ];
  return (
    <MenuPanel {...menu}>
      <p className="flex items-center gap-3 px-3 py-2.5">
        <Avatar name={name} path={viewer.avatarPath} size={36} />
        <span className="grid min-w-0">
          <span className="truncate font-semibold">{viewer.name ?? t("nobodyChosen")}</span>
          <span className="truncate text-sm text-ink-faint">@{household.username}</span>
        </span>
      </p>
      <MenuSeparator />
      <OtherViewers viewers={household.viewers.filter(({ id }) => id !== viewer.id)} />
      {links.map(({ href, label, icon }) => (
        <MenuItem key={href} asChild>
          <Link href={href}>
            {icon}
            {label}
          </Link>
        </MenuItem>
      ))}
      <MenuSeparator />
      <PreferenceChoices theme={theme} />
      <MenuSeparator />
      <SignOutItem label={t("signOut")} />
    </MenuPanel>
  );
}

/** The rest of the household, one press away; who has a PIN is asked for it. */
function OtherViewers({ viewers }: { viewers: ShownViewer[] }) {
  const offline = useTranslations("platform.ui")("offline");
  const router = useRouter();
  const pathname = usePathname();
  const choose = async ({ id, name, avatarPath, language, hasPin }: ShownViewer) => {
    if (!id || !name) return;
    if (hasPin) return router.push(`/viewers?${new URLSearchParams({ viewer: id, next: pathname })}`);
    try {
      const body = { viewerId: id, next: pathname };
      const { next } = await requestJson<{ next: string }>("/api/viewers/active", { method: "POST", body });
      announceViewerSwitch({ viewerId: id, name, avatarPath, language, next });
    } catch (error) {
      toast.error((error as Error).message || offline);
    }
  };
  if (viewers.length === 0) return null;
  return (
    <>
      {viewers.map((viewer) => (
        <MenuItem key={viewer.id} onSelect={() => choose(viewer)}>
          <Avatar name={viewer.name ?? ""} path={viewer.avatarPath} size={26} />
          <span className="truncate">{viewer.name}</span>
          {viewer.hasPin && <Lock aria-hidden className="ms-auto" />}
        </MenuItem>
      ))}
      <MenuSeparator />
    </>
  );
}

function SignOutItem({ label }: { label: string }) {
  const offline = useTranslations("platform.ui")("offline");
  const signOut = async () => {
    await announceSignOut();
    try {
      await requestJson("/api/auth/sign-out", { method: "POST", body: { scope: "local" } });
      // A full load: nothing of the account may stay in this page's memory.
      window.location.assign("/");
    } catch (error) {
      toast.error((error as Error).message || offline);
    }
  };
  return (
    <MenuItem onSelect={signOut}>
      <LogOut aria-hidden />
      {label}
    </MenuItem>
  );
}
