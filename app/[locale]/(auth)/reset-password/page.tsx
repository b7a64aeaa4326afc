import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/accounts/auth-card";
import { ResetPasswordForm } from "@/components/accounts/reset-password-form";
import { requireUserPage } from "@/lib/platform/auth/page";
import { readFlash } from "@/lib/platform/http/flash-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.auth.reset");
  return { title: t("title"), robots: { index: false } };
}

/** The mailed link signs in and leads here; the route asks for the proof that it was followed. */
export default async function ResetPasswordPage() {
  await requireUserPage("/reset-password");
  const [t, flash] = await Promise.all([
    getTranslations("accounts.auth.reset"),
    readFlash("/api/auth/reset-password"),
  ]);
  return (
    <AuthCard title={t("title")} text={t("text")}>
      <ResetPasswordForm initial={flash} />
    </AuthCard>
  );
}
