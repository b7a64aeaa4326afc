"use client";

import { useTranslations } from "next-intl";
import { IdentityInputs } from "@/components/accounts/identity-inputs";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useForm } from "@/components/ui/use-form";

type Props = { viewerId: string; hasPassword: boolean };

export function ForgetPinForm({ viewerId, hasPassword }: Props) {
  const t = useTranslations("accounts");
  const { state, isBusy, formProps } = useForm({
    action: `/api/viewers/${viewerId}/pin/forget`,
    onSuccess: () => window.location.reload(),
  });
  return (
    <form {...formProps} className="grid gap-5">
      {hasPassword && <p className="text-ink-soft">{t("viewers.forgotText")}</p>}
      {state.message && Object.keys(state.fields).length === 0 && (
        <Notice tone="error">{state.message.text}</Notice>
      )}
      <IdentityInputs hasPassword={hasPassword} errors={state.fields} />
      <Button type="submit" isBusy={isBusy}>
        {t("viewers.remove")}
      </Button>
    </form>
  );
}
