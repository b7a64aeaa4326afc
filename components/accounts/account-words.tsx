import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { clientMessages } from "@/lib/i18n/client-messages";

/** Gives the forms their texts, which no other page has to carry. */
export async function AccountWords({ children }: { children: ReactNode }) {
  const messages = clientMessages(await getLocale(), "platform", "accounts");
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
