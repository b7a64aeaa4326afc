import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AccountWords } from "@/components/accounts/account-words";
import { SettingsNav } from "@/components/accounts/settings-nav";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("accounts.settings");
  return (
    <AccountWords>
      <div className="gutter grid gap-8 py-10 lg:grid-cols-[13rem_minmax(0,54rem)] lg:gap-14">
        <h1 className="text-title lg:col-span-2">{t("title")}</h1>
        <SettingsNav />
        <div className="min-w-0">{children}</div>
      </div>
    </AccountWords>
  );
}
