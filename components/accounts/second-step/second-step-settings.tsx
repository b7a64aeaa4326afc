"use client";

import { ShieldCheck, ShieldOff } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChangeCodesForm, TurnOffForm } from "@/components/accounts/second-step/change-forms";
import { RecoveryCodes } from "@/components/accounts/second-step/recovery-codes";
import { SetUp } from "@/components/accounts/second-step/set-up";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";

type Props = { hasPassword: boolean; hasSecondStep: boolean; recoveryCodesLeft: number };
type Task = "set-up" | "codes" | "off";

export function SecondStepSettings({ hasPassword, hasSecondStep, recoveryCodesLeft }: Props) {
  const t = useTranslations("accounts.settings");
  const router = useRouter();
  const [task, setTask] = useState<Task | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const close = () => {
    setTask(null);
    setCodes(null);
    router.refresh();
  };
  const titles = {
    "set-up": "secondStepTitle",
    codes: "secondStepNewCodes",
    off: "secondStepTurnOff",
  } as const;
  const Icon = hasSecondStep ? ShieldCheck : ShieldOff;
  return (
    <div className="grid max-w-2xl gap-4">
      <p className="flex items-center gap-3 font-medium">
        <Icon aria-hidden className={hasSecondStep ? "size-6 text-success-ink" : "size-6 text-ink-faint"} />
        {hasSecondStep ? t("secondStepOn", { count: recoveryCodesLeft }) : t("secondStepOff")}
      </p>
      <div className="flex flex-wrap gap-3">
        {hasSecondStep ? (
          <>
            <Button variant="secondary" onClick={() => setTask("codes")}>
              {t("secondStepNewCodes")}
            </Button>
            <Button variant="secondary" onClick={() => setTask("off")}>
              {t("secondStepTurnOff")}
            </Button>
          </>
        ) : (
          <Button onClick={() => setTask("set-up")}>{t("secondStepSetUp")}</Button>
        )}
      </div>
      {task && (
        <Dialog title={t(codes ? "secondStepCodesTitle" : titles[task])} isOpen onOpenChange={close}>
          {codes ? (
            <RecoveryCodes codes={codes} onDone={close} />
          ) : task === "set-up" ? (
            <SetUp hasPassword={hasPassword} onCodes={setCodes} />
          ) : task === "codes" ? (
            <ChangeCodesForm onCodes={setCodes} />
          ) : (
            <TurnOffForm
              onDone={(notice) => {
                toast.success(notice);
                close();
              }}
            />
          )}
        </Dialog>
      )}
    </div>
  );
}
