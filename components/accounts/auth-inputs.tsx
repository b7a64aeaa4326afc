"use client";

import { useTranslations } from "next-intl";
import type { AuthFields } from "@/components/accounts/auth-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PasswordInput } from "@/components/ui/password-input";

export function EmailInput({ errors, values }: AuthFields) {
  const t = useTranslations("accounts.fields");
  return (
    <Field label={t("email")} error={errors.email}>
      {(control) => (
        <Input
          {...control}
          name="email"
          type="email"
          autoComplete="email"
          autoCapitalize="none"
          required
          maxLength={254}
          defaultValue={values.email}
        />
      )}
    </Field>
  );
}

type NewPasswordProps = Pick<AuthFields, "errors"> & { label: string; name?: string };

export function NewPasswordInput({ errors, label, name = "password" }: NewPasswordProps) {
  const t = useTranslations("accounts.fields");
  return (
    <Field label={label} hint={t("passwordHint")} error={errors[name]}>
      {(control) => (
        <PasswordInput {...control} name={name} autoComplete="new-password" required minLength={8} />
      )}
    </Field>
  );
}

export function KnownPasswordInput({ errors, label, name = "password" }: NewPasswordProps) {
  return (
    <Field label={label} error={errors[name]}>
      {(control) => <PasswordInput {...control} name={name} autoComplete="current-password" required />}
    </Field>
  );
}
