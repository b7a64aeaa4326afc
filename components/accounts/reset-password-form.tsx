"use client";

import { useTranslations } from "next-intl";
import { AuthForm } from "@/components/accounts/auth-form";
import { NewPasswordInput } from "@/components/accounts/auth-inputs";
import type { FormState } from "@/components/ui/use-form";

export function ResetPasswordForm({ initial }: { initial: FormState | undefined }) {
  const t = useTranslations("accounts");
  return (
    <AuthForm action="/api/auth/reset-password" submit={t("auth.reset.submit")} initial={initial}>
      {(fields) => <NewPasswordInput {...fields} label={t("fields.newPassword")} />}
    </AuthForm>
  );
}
