"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DigitsInput } from "@/components/accounts/digits-input";
import { IdentityInputs } from "@/components/accounts/identity-inputs";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useForm } from "@/components/ui/use-form";
import type { Enrolment } from "@/lib/accounts/second-step/enrol";

type Props = { hasPassword: boolean; onCodes: (codes: string[]) => void };

/** Who it is, then the key as a picture and as text, then the first code of the app. */
export function SetUp({ hasPassword, onCodes }: Props) {
  const t = useTranslations("accounts.settings");
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const { state, isBusy, formProps } = useForm<Enrolment>({
    action: "/api/account/second-step",
    onSuccess: setEnrolment,
  });
  if (enrolment) return <Prove enrolment={enrolment} onCodes={onCodes} />;
  return (
    <form {...formProps} className="grid gap-5">
      {hasPassword && <p className="text-ink-soft">{t("identityPassword")}</p>}
      {state.message && Object.keys(state.fields).length === 0 && (
        <Notice tone="error">{state.message.text}</Notice>
      )}
      <IdentityInputs hasPassword={hasPassword} errors={state.fields} />
      <Button type="submit" isBusy={isBusy}>
        {t("goOn")}
      </Button>
    </form>
  );
}

function Prove({ enrolment, onCodes }: { enrolment: Enrolment; onCodes: (codes: string[]) => void }) {
  const t = useTranslations("accounts");
  const { state, isBusy, formProps } = useForm<{ recoveryCodes: string[] }>({
    action: "/api/account/second-step/confirm",
    onSuccess: ({ recoveryCodes }) => onCodes(recoveryCodes),
  });
  return (
    <form {...formProps} className="grid gap-5">
      <p className="font-medium">{t("settings.secondStepScanTitle")}</p>
      <QrCode {...enrolment.qr} label={t("settings.secondStepQr")} />
      <p className="text-sm text-ink-soft">{t("settings.secondStepScanText")}</p>
      <Secret secret={enrolment.secret} />
      {state.message && !state.fields.code && <Notice tone="error">{state.message.text}</Notice>}
      <input type="hidden" name="factorId" value={enrolment.factorId} />
      <Field label={t("fields.totp")} error={state.fields.code}>
        {(control) => <DigitsInput {...control} name="code" />}
      </Field>
      <Button type="submit" isBusy={isBusy}>
        {t("settings.secondStepConfirm")}
      </Button>
    </form>
  );
}

/** Dark on white in either theme, with the quiet zone that cameras need. */
function QrCode({ size, path, label }: Enrolment["qr"] & { label: string }) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      shapeRendering="crispEdges"
      className="size-52 justify-self-center rounded-panel bg-white"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}

function Secret({ secret }: { secret: string }) {
  const t = useTranslations("accounts.settings");
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <div className="flex items-center gap-3 rounded-control border border-line bg-sunken px-4 py-2.5">
      <span className="sr-only">{t("secondStepSecret")}</span>
      <code translate="no" className="min-w-0 flex-1 font-mono text-sm tracking-wider wrap-anywhere">
        {secret.replace(/(.{4})(?=.)/g, "$1 ")}
      </code>
      <Button variant="ghost" size="small" onClick={copy}>
        {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
        {t(isCopied ? "secondStepCopied" : "secondStepCopy")}
      </Button>
    </div>
  );
}
