import type { ReactNode } from "react";
import { LeavingBanner } from "@/components/accounts/leaving/leaving-banner";
import { SiteFooter } from "@/components/platform/site-footer";
import { SiteHeader } from "@/components/platform/site-header";
import { SkipLink } from "@/components/platform/skip-link";
import { TabBar } from "@/components/platform/tab-bar";
import { requireKnownViewer } from "@/lib/platform/auth/page";

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const ctx = await requireKnownViewer();
  return (
    <>
      <SkipLink />
      <SiteHeader />
      <LeavingBanner {...ctx} />
      <main id="main" tabIndex={-1} className="min-h-[calc(100dvh-var(--header-height)-12rem)] outline-none">
        {children}
      </main>
      <SiteFooter />
      <TabBar />
    </>
  );
}
