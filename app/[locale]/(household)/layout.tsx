import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AccountWords } from "@/components/accounts/account-words";
import { Logo } from "@/components/platform/logo";
import { SkipLink } from "@/components/platform/skip-link";

/** Nothing but the question: no navigation before somebody has said who is watching. */
export default async function HouseholdLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("platform.site");
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr] bg-[radial-gradient(80rem_40rem_at_50%_-10%,color-mix(in_oklab,var(--accent)_16%,transparent),transparent_70%)]">
      <SkipLink />
      <header className="gutter flex h-(--header-height) items-center">
        <Link href="/" className="-ms-1 inline-flex min-h-11 items-center rounded-lg p-1">
          <Logo />
          <span className="sr-only">{t("home")}</span>
        </Link>
      </header>
      <main id="main" tabIndex={-1} className="gutter grid content-center py-10 outline-none">
        <AccountWords>{children}</AccountWords>
      </main>
    </div>
  );
}
