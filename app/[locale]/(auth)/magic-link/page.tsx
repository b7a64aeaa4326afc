import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/accounts/auth-card";
import { MailForm } from "@/components/accounts/mail-form";
import { TextLink } from "@/components/ui/text-link";
import { safeNextPath } from "@/lib/platform/auth/gates";
import { readFlash } from "@/lib/platform/http/flash-page";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.auth.magicLink");
  return { title: t("title"), robots: { index: false } };
}

export default async function MagicLinkPage({ searchParams }: Props) {
  const next = safeNextPath((await searchParams).next);
  const [t, flash] = await Promise.all([
    getTranslations("accounts.auth.magicLink"),
    readFlash("/api/auth/magic-link"),
  ]);
  const query = next === "/" ? "" : `?next=${encodeURIComponent(next)}`;
  return (
    <AuthCard
      title={t("title")}
      text={t("text")}
      footer={<TextLink href={`/sign-in${query}`}>{t("password")}</TextLink>}
    >
      <MailForm action="/api/auth/magic-link" submit={t("submit")} initial={flash} next={next} />
    </AuthCard>
  );
}
