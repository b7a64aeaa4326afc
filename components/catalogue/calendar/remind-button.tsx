"use client";

import { Bell, BellRing } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useReminder } from "@/lib/catalogue/client";

type Props = { movieId: string; title: string; isWanted: boolean; isVisitor: boolean };

/** Asks to be told when a title is there; pressed again it asks no longer. The look changes back when the write fails. */
export function RemindButton({ movieId, title, isWanted: initial, isVisitor }: Props) {
  const t = useTranslations("catalogue.coming");
  const { isWanted, toggle } = useReminder(movieId, initial, (error) =>
    toast.error(error.message || t("error")),
  );
  if (isVisitor) {
    return (
      <Link href="/sign-in?next=/coming-soon" className={buttonClass({ variant: "secondary" })}>
        <Bell aria-hidden />
        {t("remind")}
        <span className="sr-only">: {t("signIn")}</span>
      </Link>
    );
  }
  const Icon = isWanted ? BellRing : Bell;
  return (
    <button
      type="button"
      aria-pressed={isWanted}
      aria-label={t("remindOf", { title })}
      onClick={toggle}
      className={buttonClass({ variant: isWanted ? "secondary" : "primary" })}
    >
      <Icon aria-hidden className={isWanted ? "text-accent-ink" : ""} />
      {isWanted ? t("reminded") : t("remind")}
    </button>
  );
}
