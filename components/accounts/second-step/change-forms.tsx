"use client";

import { useTranslations } from "next-intl";
import { DigitsInput } from "@/components/accounts/digits-input";
import { RecoveryCodeInput } from "@/components/accounts/second-step/second-step-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useForm } from "@/components/ui/use-form";

/** New recovery codes against a code of the app. */
export function ChangeCodesForm({ onCodes }: { onCodes: (codes: string[]) => void }) {
  const t = useTranslations("accounts");
  const { state, isBusy, formProps } = useForm<{ recoveryCodes: string[] }>({
    action: "/api/account/second-step/codes",
    onSuccess: ({ recoveryCodes }) => onCodes(recoveryCodes),
  });
  return (
    <form {...formProps} className="grid gap-5">
      <p className="text-ink-soft">{t("settings.secondStepNewCodesText")}</p>
      {state.message && !state.fields.code && <Notice tone="error">{state.message.text}</Notice>}
      <Field label={t("fields.totp")} error={state.fields.code}>
        {(control) => <DigitsInput {...control} name="code" />}
      </Field>
      <Button type="submit" isBusy={isBusy}>
        {t("settings.secondStepNewCodes")}
      </Button>
    </form>
  );
}

/** Takes the second step away against one more code of either kind. */
export function TurnOffForm({ onDone }: { onDone: (notice: string) => void }) {
  const t = useTranslations("accounts");
  const { state, isBusy, formProps } = useForm({
    action: "/api/account/second-step/remove",
    onSuccess: ({ notice }) => onDone(notice ?? ""),
  });
  return (
    <form {...formProps} className="grid gap-5">
      <p className="text-ink-soft">{t("settings.secondStepTurnOffText")}</p>
      {state.message && !state.fields.code && <Notice tone="error">{state.message.text}</Notice>}
      <Field label={t("fields.anyCode")} error={state.fields.code}>
        {(control) => <RecoveryCodeInput {...control} name="code" />}
      </Field>
      <Button type="submit" variant="danger" isBusy={isBusy}>
        {t("settings.secondStepTurnOff")}
      </Button>
    </form>
  );
}
