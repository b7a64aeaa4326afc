"use client";

import { useTranslations } from "next-intl";
import { SettingsForm } from "@/components/accounts/settings-form";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import type { FormState } from "@/components/ui/use-form";

type Props = {
  profile: { displayName: string | null; username: string; bio: string | null };
  initial: FormState | undefined;
};

export function ProfileForm({ profile, initial }: Props) {
  const t = useTranslations("accounts");
  return (
    <SettingsForm action="/api/account/profile" submit={t("settings.save")} initial={initial}>
      {({ errors, values }) => (
        <>
          <Field
            label={t("fields.displayName")}
            hint={t("fields.displayNameHint")}
            error={errors.displayName}
          >
            {(control) => (
              <Input
                {...control}
                name="displayName"
                autoComplete="name"
                maxLength={100}
                defaultValue={values.displayName ?? profile.displayName ?? ""}
              />
            )}
          </Field>
          <Field label={t("fields.username")} hint={t("fields.usernameHint")} error={errors.username}>
            {(control) => (
              <Input
                {...control}
                name="username"
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                maxLength={30}
                defaultValue={values.username ?? profile.username}
              />
            )}
          </Field>
          <Field label={t("fields.bio")} error={errors.bio}>
            {(control) => (
              <Textarea
                {...control}
                name="bio"
                maxLength={500}
                defaultValue={values.bio ?? profile.bio ?? ""}
              />
            )}
          </Field>
        </>
      )}
    </SettingsForm>
  );
}
