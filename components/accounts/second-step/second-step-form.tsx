"use client";

import { useTranslations } from "next-intl";
import { AuthForm } from "@/components/accounts/auth-form";
import { DigitsInput } from "@/components/accounts/digits-input";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { FormState } from "@/components/ui/use-form";

type Props = { initial: FormState | undefined; next: string; isRecovery: boolean };

export function SecondStepForm({ initial, next, isRecovery }: Props) {
  const t = useTranslations("accounts");
  const submit = t("auth.secondStep.submit");
  if (isRecovery) {
    return (
      <AuthForm action="/api/auth/second-step/recovery" submit={submit} initial={initial} next={next}>
        {({ errors }) => (
          <Field label={t("fields.recoveryCode")} error={errors.recoveryCode}>
            {(control) => <RecoveryCodeInput {...control} name="recoveryCode" autoFocus />}
          </Field>
        )}
      </AuthForm>
    );
  }
  return (
    <AuthForm action="/api/auth/second-step" submit={submit} initial={initial} next={next}>
      {({ errors }) => (
        <Field label={t("fields.totp")} error={errors.code}>
          {/* The one thing to do on this page. */}
          {(control) => <DigitsInput {...control} name="code" autoFocus />}
        </Field>
      )}
    </AuthForm>
  );
}

export function RecoveryCodeInput(props: React.ComponentProps<typeof Input>) {
  return (
    <Input
      {...props}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={40}
      className="font-mono tracking-wide"
    />
  );
}
