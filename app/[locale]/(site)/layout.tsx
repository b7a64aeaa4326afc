import type { ReactNode } from "react";
import { SiteFooter } from "@/components/platform/site-footer";
import { SiteHeader } from "@/components/platform/site-header";
import { SkipLink } from "@/components/platform/skip-link";
import { TabBar } from "@/components/platform/tab-bar";

export default function SiteLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <SiteHeader />
      <main id="main" tabIndex={-1} className="min-h-[calc(100dvh-var(--header-height)-12rem)] outline-none">
        {children}
      </main>
      <SiteFooter />
      <TabBar />
    </>
  );
}
