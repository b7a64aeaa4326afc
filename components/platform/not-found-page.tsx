"use client";

import { Clapperboard } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/state";

/** Every page carries what it would show if it were not there: in the browser's code that weighs nothing. */
export function NotFoundPage() {
  const t = useTranslations("platform.notFound");
  return (
    <EmptyState icon={<Clapperboard aria-hidden />} title={t("title")} text={t("text")} isPage>
      <Link href="/" className={buttonClass()}>
        {t("home")}
      </Link>
      <Link href="/search" className={buttonClass({ variant: "secondary" })}>
        {t("search")}
      </Link>
    </EmptyState>
  );
}
