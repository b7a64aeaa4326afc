"use client";

import { useTranslations } from "next-intl";
import { IdentityInputs } from "@/components/accounts/identity-inputs";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { FormState } from "@/components/ui/use-form";

/** Posted by the browser itself, which saves what comes back; a refusal comes back to this page. */
export function DownloadForm({
  hasPassword,
  initial,
}: {
  hasPassword: boolean;
  initial: FormState | undefined;
}) {
  const t = useTranslations("accounts.settings");
  const errors = initial?.fields ?? {};
  return (
    <form action="/api/account/data" method="post" className="grid max-w-xl gap-5">
      {initial?.message && Object.keys(errors).length === 0 && (
        <Notice tone="error">{initial.message.text}</Notice>
      )}
      <IdentityInputs hasPassword={hasPassword} errors={errors} />
      <Button type="submit" variant="secondary" className="justify-self-start">
        {t("dataDownload")}
      </Button>
    </form>
  );
}
