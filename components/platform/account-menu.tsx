"use client";

import { useTranslations } from "next-intl";
import type { AccountPanelProps } from "@/components/platform/account-panel";
import { Avatar } from "@/components/ui/avatar";
import { MenuButton } from "@/components/ui/menu-button";

const loadPanel = () => import("@/components/platform/account-panel").then((file) => file.AccountPanel);

export function AccountMenu(account: AccountPanelProps) {
  const t = useTranslations("platform.account");
  const name = account.viewer.name ?? account.household.username;
  return (
    <MenuButton
      load={loadPanel}
      panel={account}
      aria-label={t("menu", { name })}
      className="inline-grid size-11 place-items-center rounded-full hover:bg-raised"
    >
      <Avatar name={name} path={account.viewer.avatarPath} size={34} />
    </MenuButton>
  );
}
