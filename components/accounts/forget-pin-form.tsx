"use client";

import { useTranslations } from "next-intl";
import { KnownPasswordInput } from "@/components/accounts/auth-inputs";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useForm } from "@/components/ui/use-form";

export function ForgetPinForm({ viewerId }: { viewerId: string }) {
  const t = useTranslations("accounts");
  const { state, isBusy, formProps } = useForm({
    action: `/api/viewers/${viewerId}/pin/forget`,
    onSuccess: () => window.location.reload(),
  });
  return (
    <form {...formProps} className="grid gap-5">
      <p className="text-ink-soft">{t("viewers.forgotText")}</p>
      {state.message && !state.fields.password && <Notice tone="error">{state.message.text}</Notice>}
      <KnownPasswordInput errors={state.fields} label={t("fields.password")} />
      <Button type="submit" isBusy={isBusy}>
        {t("viewers.remove")}
      </Button>
    </form>
  );
}
