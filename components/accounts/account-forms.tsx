"use client";

import { useTranslations } from "next-intl";
import { KnownPasswordInput, NewPasswordInput } from "@/components/accounts/auth-inputs";
import { SettingsForm } from "@/components/accounts/settings-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { FormState } from "@/components/ui/use-form";
import type { Country } from "@/lib/accounts/countries";

export function ChangeEmailForm({ initial }: { initial: FormState | undefined }) {
  const t = useTranslations("accounts");
  return (
    <SettingsForm action="/api/account/email" submit={t("settings.changeEmail")} initial={initial} isReset>
      {({ errors, values }) => (
        <>
          <Field label={t("fields.newEmail")} error={errors.email}>
            {(control) => (
              <Input
                {...control}
                name="email"
                type="email"
                autoComplete="email"
                maxLength={254}
                defaultValue={values.email}
              />
            )}
          </Field>
          <KnownPasswordInput errors={errors} label={t("fields.currentPassword")} name="currentPassword" />
        </>
      )}
    </SettingsForm>
  );
}

export function ChangePasswordForm({ initial }: { initial: FormState | undefined }) {
  const t = useTranslations("accounts");
  return (
    <SettingsForm
      action="/api/account/password"
      submit={t("settings.changePassword")}
      initial={initial}
      isReset
    >
      {({ errors }) => (
        <>
          <KnownPasswordInput errors={errors} label={t("fields.currentPassword")} name="currentPassword" />
          <NewPasswordInput errors={errors} label={t("fields.newPassword")} name="newPassword" />
        </>
      )}
    </SettingsForm>
  );
}

type PersonalProps = {
  settings: { country: string | null; birthDate: string | null };
  countries: Country[];
  initial: FormState | undefined;
};

export function PersonalForm({ settings, countries, initial }: PersonalProps) {
  const t = useTranslations("accounts");
  return (
    <SettingsForm action="/api/account/settings" submit={t("settings.save")} initial={initial}>
      {({ errors, values }) => (
        <>
          <Field label={t("fields.country")} hint={t("fields.countryHint")} error={errors.country}>
            {(control) => (
              <Select
                {...control}
                name="country"
                autoComplete="country"
                defaultValue={values.country ?? settings.country ?? ""}
              >
                <option value="">{t("fields.countryNone")}</option>
                {countries.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t("fields.birthDate")} hint={t("fields.birthDateHint")} error={errors.birthDate}>
            {(control) => (
              <Input
                {...control}
                name="birthDate"
                type="date"
                min="1900-01-01"
                autoComplete="bday"
                defaultValue={values.birthDate ?? settings.birthDate ?? ""}
                className="max-w-56"
              />
            )}
          </Field>
        </>
      )}
    </SettingsForm>
  );
}
