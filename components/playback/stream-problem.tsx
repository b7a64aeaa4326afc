"use client";

import { useTranslations } from "next-intl";
import { Message } from "@/components/playback/refusal";
import { Button } from "@/components/ui/button";
import type { StreamProblem } from "@/lib/playback/client/stream-engine";

type Props = { problem: StreamProblem | null; isSmall: boolean; onRetry: () => void };

/** A lost connection is retried without being asked; anything else waits for the person. */
export function StreamProblemMessage({ problem, isSmall, onRetry }: Props) {
  const t = useTranslations("playback");
  if (!problem) return null;
  return (
    <Message title={t(`refused.${problem}Title`)} text={isSmall ? "" : t(`refused.${problem}Text`)}>
      {problem !== "unsupported" && <Button onClick={onRetry}>{t("refused.retry")}</Button>}
    </Message>
  );
}
