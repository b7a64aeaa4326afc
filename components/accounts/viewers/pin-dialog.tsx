"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ForgetPinForm } from "@/components/accounts/forget-pin-form";
import { PinInput } from "@/components/accounts/pin-input";
import { useSwitchViewer } from "@/components/accounts/viewers/use-switch-viewer";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { HouseholdViewer } from "@/lib/platform/auth/household";

type Props = { viewer: HouseholdViewer; hasPassword: boolean; next: string; onClose: () => void };

export function PinDialog({ viewer, hasPassword, next, onClose }: Props) {
  const t = useTranslations("accounts");
  const [isForgotten, setIsForgotten] = useState(false);
  const { state, isBusy, formProps } = useSwitchViewer(viewer);
  const title = t(isForgotten ? "viewers.forgotTitle" : "viewers.pinTitle", { name: viewer.name });
  return (
    <Dialog title={title} isOpen onOpenChange={onClose}>
      {isForgotten ? (
        <ForgetPinForm viewerId={viewer.id} hasPassword={hasPassword} />
      ) : (
        <form {...formProps} className="grid justify-items-center gap-5 text-center">
          <Avatar name={viewer.name} path={viewer.avatarPath} size={88} />
          {state.message && !state.fields.pin && <Notice tone="error">{state.message.text}</Notice>}
          <input type="hidden" name="viewerId" value={viewer.id} />
          <input type="hidden" name="next" value={next} />
          <Field label={t("fields.pin")} error={state.fields.pin} className="justify-items-center">
            {(control) => <PinInput {...control} name="pin" />}
          </Field>
          <Button type="submit" isBusy={isBusy} className="w-full">
            {t("viewers.enter", { name: viewer.name })}
          </Button>
          <Button variant="ghost" size="small" onClick={() => setIsForgotten(true)}>
            {t("viewers.forgot")}
          </Button>
        </form>
      )}
    </Dialog>
  );
}
