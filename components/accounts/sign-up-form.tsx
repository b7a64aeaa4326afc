"use client";

import { useTranslations } from "next-intl";
import { AuthForm } from "@/components/accounts/auth-form";
import { EmailInput, NewPasswordInput } from "@/components/accounts/auth-inputs";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { FormState } from "@/components/ui/use-form";

export function SignUpForm({ initial, next }: { initial: FormState | undefined; next?: string }) {
  const t = useTranslations("accounts");
  return (
    <AuthForm action="/api/auth/sign-up" submit={t("auth.signUp.submit")} initial={initial} next={next}>
      {(fields) => (
        <>
          <Field
            label={t("fields.displayName")}
            hint={t("fields.displayNameHint")}
            error={fields.errors.displayName}
          >
            {(control) => (
              <Input
                {...control}
                name="displayName"
                autoComplete="name"
                required
                maxLength={100}
                defaultValue={fields.values.displayName}
              />
            )}
          </Field>
          <EmailInput {...fields} />
          <NewPasswordInput {...fields} label={t("fields.password")} />
        </>
      )}
    </AuthForm>
  );
}
