import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/accounts/auth-card";
import { MailForm } from "@/components/accounts/mail-form";
import { TextLink } from "@/components/ui/text-link";
import { readFlash } from "@/lib/platform/http/flash-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.auth.forgot");
  return { title: t("title"), robots: { index: false } };
}

export default async function ForgotPasswordPage() {
  const [t, flash] = await Promise.all([
    getTranslations("accounts.auth.forgot"),
    readFlash("/api/auth/forgot-password"),
  ]);
  return (
    <AuthCard title={t("title")} text={t("text")} footer={<TextLink href="/sign-in">{t("back")}</TextLink>}>
      <MailForm action="/api/auth/forgot-password" submit={t("submit")} initial={flash} />
    </AuthCard>
  );
}
