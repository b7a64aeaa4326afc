"use client";

import { useTranslations } from "next-intl";
import { AuthForm } from "@/components/accounts/auth-form";
import { DigitsInput } from "@/components/accounts/digits-input";
import { Field } from "@/components/ui/field";
import type { FormState } from "@/components/ui/use-form";

export function CodeForm({ reason, initial }: { reason: string; initial: FormState | undefined }) {
  const t = useTranslations("accounts");
  return (
    <AuthForm action="/api/auth/code" submit={t("auth.checkMail.submit")} initial={initial}>
      {({ errors }) => (
        <>
          <input type="hidden" name="reason" value={reason} />
          <Field label={t("fields.code")} hint={t("auth.checkMail.orCode")} error={errors.code}>
            {(control) => <DigitsInput {...control} name="code" />}
          </Field>
        </>
      )}
    </AuthForm>
  );
}
