import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { clientMessages } from "@/lib/i18n/client-messages";

/** Nothing but the film. The player's words come here, so that no other page carries them. */
export default async function WatchLayout({ children }: { children: ReactNode }) {
  return (
    <NextIntlClientProvider messages={clientMessages(await getLocale(), "platform", "playback")}>
      <main id="main">{children}</main>
    </NextIntlClientProvider>
  );
}
