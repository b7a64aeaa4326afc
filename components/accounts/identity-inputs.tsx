"use client";

import { useTranslations } from "next-intl";
import { KnownPasswordInput } from "@/components/accounts/auth-inputs";
import { DigitsInput } from "@/components/accounts/digits-input";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import { requestJson } from "@/lib/platform/http/request-json";

type Props = { hasPassword: boolean; errors: Record<string, string> };

/** Proves the account's owner: the password, or a mailed code where there is none. */
export function IdentityInputs({ hasPassword, errors }: Props) {
  const t = useTranslations("accounts");
  const offline = useTranslations("platform.ui")("offline");
  if (hasPassword) return <KnownPasswordInput errors={errors} label={t("fields.currentPassword")} />;
  const mailCode = async () => {
    try {
      const { notice } = await requestJson<{ notice: string }>("/api/account/identity", {
        method: "POST",
        body: {},
      });
      toast.success(notice);
    } catch (error) {
      toast.error((error as Error).message || offline);
    }
  };
  return (
    <>
      <p className="text-ink-soft">{t("settings.identityNoPassword")}</p>
      <Button variant="secondary" onClick={mailCode} className="justify-self-start">
        {t("settings.identityMail")}
      </Button>
      <Field label={t("fields.identityCode")} error={errors.code}>
        {(control) => <DigitsInput {...control} name="code" />}
      </Field>
    </>
  );
}
