import { MailOpen } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/accounts/auth-card";
import { buttonClass } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { env } from "@/lib/platform/env";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const REASONS = ["sign-up", "sign-in", "reset"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.auth.checkMail");
  return { title: t("title"), robots: { index: false } };
}

export default async function CheckMailPage({ searchParams }: Props) {
  const reason = (await searchParams).for;
  const t = await getTranslations("accounts.auth.checkMail");
  const { CINEVERSE_EMBEDDED, MAIL_CATCHER_URL } = env();
  return (
    <AuthCard
      title={t("title")}
      text={t(REASONS.find((known) => known === reason) ?? "sign-up")}
      footer={<TextLink href="/sign-in">{t("back")}</TextLink>}
    >
      <p className="flex gap-3 text-ink-soft">
        <MailOpen aria-hidden className="mt-1 size-5 shrink-0 text-accent-ink" />
        {t("nothing")}
      </p>
      {CINEVERSE_EMBEDDED && MAIL_CATCHER_URL && (
        <div className="grid gap-3 rounded-panel border border-dashed border-line-strong p-5">
          <p className="text-sm text-ink-soft">{t("sandboxText")}</p>
          <a href={MAIL_CATCHER_URL} className={buttonClass({ variant: "primary" })}>
            {t("sandbox")}
          </a>
        </div>
      )}
    </AuthCard>
  );
}
