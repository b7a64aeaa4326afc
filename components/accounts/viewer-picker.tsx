"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ForgetPinForm } from "@/components/accounts/forget-pin-form";
import { PinInput } from "@/components/accounts/pin-input";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useForm } from "@/components/ui/use-form";
import type { HouseholdViewer } from "@/lib/platform/auth/household";

type Props = { viewers: HouseholdViewer[]; activeId: string | null; next: string };

export function ViewerPicker({ viewers, activeId, next }: Props) {
  const [asked, setAsked] = useState<HouseholdViewer | null>(null);
  return (
    <>
      <ul className="flex flex-wrap justify-center gap-x-6 gap-y-8">
        {viewers.map((viewer) => (
          <li key={viewer.id}>
            <ViewerButton
              viewer={viewer}
              isActive={viewer.id === activeId}
              next={next}
              onAskPin={() => setAsked(viewer)}
            />
          </li>
        ))}
      </ul>
      {asked && <PinDialog viewer={asked} next={next} onClose={() => setAsked(null)} />}
    </>
  );
}

type ViewerButtonProps = { viewer: HouseholdViewer; isActive: boolean; next: string; onAskPin: () => void };

/** A form of one button, so that choosing works before any script has loaded. */
function ViewerButton({ viewer, isActive, next, onAskPin }: ViewerButtonProps) {
  const t = useTranslations("accounts.viewers");
  return (
    <form
      action="/api/viewers/active"
      method="post"
      onSubmit={(event) => {
        if (!viewer.hasPin) return;
        event.preventDefault();
        onAskPin();
      }}
    >
      <input type="hidden" name="viewerId" value={viewer.id} />
      <input type="hidden" name="next" value={next} />
      <button
        type="submit"
        {...(isActive && { "aria-current": "true" as const })}
        className="group grid w-28 justify-items-center gap-3 rounded-panel sm:w-36"
      >
        <span className="rounded-[30%] p-1 ring-3 ring-transparent transition group-hover:ring-accent group-aria-current:ring-accent/60">
          <Avatar
            name={viewer.name}
            size={104}
            className="transition-transform duration-300 group-hover:scale-[1.03]"
          />
        </span>
        <span className="flex max-w-full items-center gap-1.5 text-lg font-medium">
          <span className="truncate">{viewer.name}</span>
          {viewer.hasPin && <Lock aria-label={t("locked")} className="size-4 shrink-0 text-ink-faint" />}
        </span>
        {viewer.isKids && <span className="-mt-2 text-sm text-ink-faint">{t("kids")}</span>}
      </button>
    </form>
  );
}

function PinDialog({
  viewer,
  next,
  onClose,
}: {
  viewer: HouseholdViewer;
  next: string;
  onClose: () => void;
}) {
  const t = useTranslations("accounts");
  const [isForgotten, setIsForgotten] = useState(false);
  const { state, isBusy, formProps } = useForm({
    action: "/api/viewers/active",
    onSuccess: (answer) => window.location.assign(answer.next ?? "/"),
  });
  const title = t(isForgotten ? "viewers.forgotTitle" : "viewers.pinTitle", { name: viewer.name });
  return (
    <Dialog title={title} isOpen onOpenChange={onClose}>
      {isForgotten ? (
        <ForgetPinForm viewerId={viewer.id} />
      ) : (
        <form {...formProps} className="grid gap-5">
          {state.message && !state.fields.pin && <Notice tone="error">{state.message.text}</Notice>}
          <input type="hidden" name="viewerId" value={viewer.id} />
          <input type="hidden" name="next" value={next} />
          <Field label={t("fields.pin")} error={state.fields.pin}>
            {(control) => <PinInput {...control} name="pin" />}
          </Field>
          <Button type="submit" isBusy={isBusy}>
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
