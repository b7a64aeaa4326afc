"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { AuthForm } from "@/components/accounts/auth-form";
import { EmailInput, KnownPasswordInput } from "@/components/accounts/auth-inputs";
import type { FormState } from "@/components/ui/use-form";

export function SignInForm({ initial, next }: { initial: FormState | undefined; next?: string }) {
  const t = useTranslations("accounts");
  return (
    <AuthForm action="/api/auth/sign-in" submit={t("auth.signIn.submit")} initial={initial} next={next}>
      {(fields) => (
        <>
          <EmailInput {...fields} />
          <div className="grid gap-2">
            <KnownPasswordInput {...fields} label={t("fields.password")} />
            <Link
              href="/forgot-password"
              className="justify-self-end py-1 text-sm text-accent-ink underline-offset-4 hover:underline"
            >
              {t("auth.signIn.forgot")}
            </Link>
          </div>
        </>
      )}
    </AuthForm>
  );
}
