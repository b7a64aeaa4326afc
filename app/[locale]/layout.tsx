import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { fontVariables } from "@/app/fonts";
import { ViewerCurtain } from "@/components/accounts/viewers/viewer-curtain";
import { OfflineNotice } from "@/components/platform/offline-notice";
import { Providers } from "@/components/platform/providers";
import { RemoteControl } from "@/components/platform/remote-control";
import { SandboxRibbon } from "@/components/platform/sandbox-ribbon";
import { VisitReporter } from "@/components/platform/visit-reporter";
import { PlayerHost } from "@/components/playback/player-host";
import { clientMessages } from "@/lib/i18n/client-messages";
import { isLocale } from "@/lib/i18n/config";
import { getContext } from "@/lib/platform/auth/page";
import { env } from "@/lib/platform/env";
import { getTheme } from "@/lib/platform/theme-page";
import "@/app/globals.css";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("platform.site");
  return {
    metadataBase: new URL(env().SITE_URL),
    title: { default: t("title"), template: `%s · ${t("name")}` },
    description: t("description"),
    applicationName: t("name"),
    manifest: "/manifest.webmanifest",
    icons: { icon: [{ url: "/icon.svg", type: "image/svg+xml" }], apple: "/apple-touch-icon.png" },
    openGraph: { siteName: t("name"), type: "website" },
  };
}

export const viewport: Viewport = {
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: dark)", color: "#120d18" },
    { media: "(prefers-color-scheme: light)", color: "#faf7f2" },
  ],
};

export default async function RootLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const [theme, ctx] = await Promise.all([getTheme(), getContext()]);
  const who = ctx.viewer.profileId ?? ctx.user?.id ?? "visitor";
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, CINEVERSE_EMBEDDED, MAIL_CATCHER_URL } = env();
  return (
    <html lang={locale} dir="ltr" data-theme={theme} className={fontVariables}>
      <body>
        <NextIntlClientProvider messages={clientMessages(locale, "platform", "catalogue", "library")}>
          <ViewerCurtain viewerId={ctx.viewer.profileId} />
          <RemoteControl />
          <OfflineNotice />
          <VisitReporter />
          {/* Nothing that a page keeps of one viewer is there for the next. */}
          <Providers
            key={who}
            supabaseUrl={SUPABASE_URL}
            supabaseKey={SUPABASE_PUBLISHABLE_KEY}
            theme={theme}
          >
            {children}
            <PlayerHost viewerId={ctx.viewer.profileId} />
            {CINEVERSE_EMBEDDED && <SandboxRibbon mailCatcherUrl={MAIL_CATCHER_URL} />}
          </Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
