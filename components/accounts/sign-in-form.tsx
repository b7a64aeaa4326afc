"use client";

import { useTranslations } from "next-intl";
import { AuthForm } from "@/components/accounts/auth-form";
import { EmailInput, KnownPasswordInput } from "@/components/accounts/auth-inputs";
import { TextLink } from "@/components/ui/text-link";
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
            <TextLink href="/forgot-password" className="-my-1 justify-self-end text-sm">
              {t("auth.signIn.forgot")}
            </TextLink>
          </div>
        </>
      )}
    </AuthForm>
  );
}
