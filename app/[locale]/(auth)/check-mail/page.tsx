import { MailOpen } from "lucide-react";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/accounts/auth-card";
import { CodeForm } from "@/components/accounts/code-form";
import { buttonClass } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { MAIL_REASONS } from "@/lib/accounts/schema";
import { MAILED_COOKIE } from "@/lib/accounts/session/mailed";
import { env } from "@/lib/platform/env";
import { readFlash } from "@/lib/platform/http/flash-page";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.auth.checkMail");
  return { title: t("title"), robots: { index: false } };
}

export default async function CheckMailPage({ searchParams }: Props) {
  const wanted = (await searchParams).for;
  const reason = MAIL_REASONS.find((known) => known === wanted) ?? "sign-up";
  const [t, flash, jar] = await Promise.all([
    getTranslations("accounts.auth.checkMail"),
    readFlash("/api/auth/code"),
    cookies(),
  ]);
  const email = jar.get(MAILED_COOKIE)?.value;
  return (
    <AuthCard
      title={t("title")}
      text={t(`reasons.${reason}`)}
      footer={<TextLink href="/sign-in">{t("back")}</TextLink>}
    >
      <div className="flex gap-3 text-ink-soft">
        <MailOpen aria-hidden className="mt-1 size-5 shrink-0 text-accent-ink" />
        <p className="wrap-anywhere">
          {email && <strong className="block font-medium text-ink">{t("sentTo", { email })}</strong>}
          {t("nothing")}
        </p>
      </div>
      <MailCatcher />
      {email && <CodeForm reason={reason} initial={flash} />}
    </AuthCard>
  );
}

/** In the sandbox no mail leaves the machine: says where it is. */
async function MailCatcher() {
  const { CINEVERSE_EMBEDDED, MAIL_CATCHER_URL } = env();
  if (!CINEVERSE_EMBEDDED || !MAIL_CATCHER_URL) return null;
  const t = await getTranslations("accounts.auth.checkMail");
  return (
    <div className="grid gap-3 rounded-panel border border-dashed border-line-strong p-5">
      <p className="text-sm text-ink-soft">{t("sandboxText")}</p>
      <a href={MAIL_CATCHER_URL} className={buttonClass({ variant: "secondary" })}>
        {t("sandbox")}
      </a>
    </div>
  );
}
