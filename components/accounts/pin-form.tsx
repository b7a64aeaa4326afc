"use client";

import { useTranslations } from "next-intl";
import { PinInput } from "@/components/accounts/pin-input";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useForm } from "@/components/ui/use-form";
import type { HouseholdViewer } from "@/lib/platform/auth/household";

type Props = { viewer: HouseholdViewer; onSaved: () => void };

/** Sets or changes a PIN; left empty it is taken away. */
export function PinForm({ viewer, onSaved }: Props) {
  const t = useTranslations("accounts");
  const { state, isBusy, formProps } = useForm({
    action: `/api/viewers/${viewer.id}/pin`,
    method: "PUT",
    onSuccess: onSaved,
  });
  return (
    <form {...formProps} className="grid gap-5">
      {state.message && Object.keys(state.fields).length === 0 && (
        <Notice tone="error">{state.message.text}</Notice>
      )}
      {viewer.hasPin && (
        <Field label={t("fields.currentPin")} error={state.fields.currentPin}>
          {(control) => <PinInput {...control} name="currentPin" />}
        </Field>
      )}
      <Field
        label={t("fields.newPin")}
        hint={viewer.hasPin ? t("fields.pinChangeHint") : t("fields.pinHint")}
        error={state.fields.pin}
      >
        {(control) => <PinInput {...control} name="pin" />}
      </Field>
      <Button type="submit" isBusy={isBusy}>
        {t("settings.savePin")}
      </Button>
    </form>
  );
}
