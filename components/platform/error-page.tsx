"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/state";

/** `retry` asks the server again; resetting alone would show the same failure. */
type Props = { error: Error & { digest?: string }; retry: () => void };

export function ErrorPage({ error, retry }: Props) {
  const t = useTranslations("platform.errorPage");
  return (
    <ErrorState
      title={t("title")}
      isPage
      text={error.digest ? t("textWithNumber", { number: error.digest }) : t("text")}
    >
      <Button onClick={retry}>{t("retry")}</Button>
      <Link href="/" className={buttonClass({ variant: "secondary" })}>
        {t("home")}
      </Link>
    </ErrorState>
  );
}
