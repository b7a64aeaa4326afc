"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/state";

type Props = { error: Error & { digest?: string }; reset: () => void };

export function ErrorPage({ error, reset }: Props) {
  const t = useTranslations("platform.errorPage");
  return (
    <ErrorState
      title={t("title")}
      text={error.digest ? t("textWithNumber", { number: error.digest }) : t("text")}
    >
      <Button onClick={reset}>{t("retry")}</Button>
      <Link href="/" className={buttonClass({ variant: "secondary" })}>
        {t("home")}
      </Link>
    </ErrorState>
  );
}
