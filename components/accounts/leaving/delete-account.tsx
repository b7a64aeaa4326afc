"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IdentityInputs } from "@/components/accounts/identity-inputs";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { useForm } from "@/components/ui/use-form";

export function DeleteAccount({ hasPassword }: { hasPassword: boolean }) {
  const t = useTranslations("accounts.settings");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)} className="justify-self-start">
        {t("delete")}
      </Button>
      {isOpen && (
        <Dialog title={t("deleteTitle")} description={t("deleteText")} isOpen onOpenChange={setOpen}>
          <DeleteForm hasPassword={hasPassword} onDone={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  );
}

function DeleteForm({ hasPassword, onDone }: { hasPassword: boolean; onDone: () => void }) {
  const t = useTranslations("accounts.settings");
  const router = useRouter();
  const { state, isBusy, formProps } = useForm({
    action: "/api/account/deletion",
    onSuccess: ({ notice }) => {
      if (notice) toast.success(notice);
      onDone();
      router.refresh();
    },
  });
  return (
    <form {...formProps} className="grid gap-5">
      {state.message && Object.keys(state.fields).length === 0 && (
        <Notice tone="error">{state.message.text}</Notice>
      )}
      <IdentityInputs hasPassword={hasPassword} errors={state.fields} />
      <Button type="submit" variant="danger" isBusy={isBusy}>
        {t("deleteConfirm")}
      </Button>
    </form>
  );
}
