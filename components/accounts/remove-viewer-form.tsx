"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useForm } from "@/components/ui/use-form";
import type { HouseholdViewer } from "@/lib/platform/auth/household";

type Props = { viewer: HouseholdViewer; onCancel: () => void; onRemoved: () => void };

export function RemoveViewerForm({ viewer, onCancel, onRemoved }: Props) {
  const t = useTranslations("accounts.settings");
  const { state, isBusy, formProps } = useForm({
    action: `/api/viewers/${viewer.id}`,
    method: "DELETE",
    onSuccess: onRemoved,
  });
  return (
    <form {...formProps} className="grid gap-5">
      {state.message && <Notice tone="error">{state.message.text}</Notice>}
      <p className="text-ink-soft">{t("removeText", { name: viewer.name })}</p>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="danger" isBusy={isBusy}>
          {t("removeConfirm")}
        </Button>
        <Button variant="secondary" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
