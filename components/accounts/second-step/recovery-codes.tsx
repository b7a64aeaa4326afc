"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button, buttonClass } from "@/components/ui/button";

/** Shown once; whoever closes this without keeping them can ask for new ones. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const t = useTranslations("accounts.settings");
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`CineVerse\n\n${codes.join("\n")}\n`)}`;
  return (
    <div className="grid gap-5">
      <p className="text-ink-soft">{t("secondStepCodesText")}</p>
      <ol
        translate="no"
        className="grid gap-x-8 gap-y-2 rounded-control border border-line bg-sunken p-4 font-mono text-sm sm:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-3">
        <a
          href={file}
          download="cineverse-recovery-codes.txt"
          className={buttonClass({ variant: "secondary" })}
        >
          <Download aria-hidden />
          {t("secondStepCodesSave")}
        </a>
        <Button onClick={onDone}>{t("secondStepCodesDone")}</Button>
      </div>
    </div>
  );
}
