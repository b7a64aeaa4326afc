import { headers } from "next/headers";
import type { ReactNode } from "react";
import { LeavingBanner } from "@/components/accounts/leaving/leaving-banner";
import { PreviewHost } from "@/components/catalogue/preview/preview-host";
import { LibraryProvider } from "@/components/library/library-provider";
import { TitleMenuHost } from "@/components/library/title-menu-host";
import { PageTurn } from "@/components/platform/page-turn";
import { SiteFooter } from "@/components/platform/site-footer";
import { SiteHeader } from "@/components/platform/site-header";
import { SkipLink } from "@/components/platform/skip-link";
import { TabBar } from "@/components/platform/tab-bar";
import { mayPreviewsMove } from "@/lib/catalogue/policy";
import { requireKnownViewer } from "@/lib/platform/auth/page";
import { doorbellOf } from "@/lib/platform/doorbell";

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const [ctx, head] = await Promise.all([requireKnownViewer(), headers()]);
  const { viewer } = ctx;
  return (
    <LibraryProvider
      viewerId={viewer.profileId}
      doorbell={doorbellOf(viewer)}
      since={new Date().toISOString()}
    >
      <PageTurn />
      <SkipLink />
      <SiteHeader />
      <LeavingBanner {...ctx} />
      <main id="main" tabIndex={-1} className="min-h-[calc(100dvh-var(--header-height)-12rem)] outline-none">
        {children}
      </main>
      <SiteFooter />
      <TabBar />
      <TitleMenuHost />
      <PreviewHost mayMove={mayPreviewsMove(ctx, head.get("save-data"))} />
    </LibraryProvider>
  );
}
