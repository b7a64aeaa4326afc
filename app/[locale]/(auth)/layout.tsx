import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AccountWords } from "@/components/accounts/account-words";
import { Projector } from "@/components/accounts/projector";
import { Logo } from "@/components/platform/logo";
import { PreferencesMenu } from "@/components/platform/preferences-menu";
import { SkipLink } from "@/components/platform/skip-link";
import { getTheme } from "@/lib/platform/theme-page";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const [t, theme] = await Promise.all([getTranslations(), getTheme()]);
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,0.82fr)]">
      <SkipLink />
      <div className="grid grid-rows-[auto_1fr] bg-[radial-gradient(42rem_26rem_at_85%_-8%,color-mix(in_oklab,var(--accent)_15%,transparent),transparent_70%)]">
        <header className="gutter flex h-(--header-height) items-center justify-between">
          <Link href="/" className="-ms-1 inline-flex min-h-11 items-center rounded-lg p-1">
            <Logo />
            <span className="sr-only">{t("platform.site.home")}</span>
          </Link>
          <PreferencesMenu theme={theme} />
        </header>
        <main id="main" tabIndex={-1} className="gutter grid content-center py-10 outline-none">
          <AccountWords>{children}</AccountWords>
        </main>
      </div>
      <Projector caption={t("accounts.auth.aside")} />
    </div>
  );
}
