"use client";

import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useHandedOverFocus } from "@/components/playback/use-handed-over-focus";
import { Button, buttonClass } from "@/components/ui/button";
import type { RequestError } from "@/lib/platform/http/request-json";
import { endStream } from "@/lib/playback/client/use-playback";
import type { OtherStream, Plan, RefusalReason } from "@/lib/playback/schema";

type Props = { error: RequestError; title: string; onRetry: () => void };

/** Why it does not play, in a sentence, and what can be done about it. */
export function Refusal({ error, title, onRetry }: Props) {
  const t = useTranslations("playback.refused");
  const details = error.details as { reason?: RefusalReason; plan?: Plan | null; streams?: OtherStream[] };
  const retry = <Button onClick={onRetry}>{t("retry")}</Button>;
  const elsewhere = (
    <Link href="/browse" className={buttonClass()}>
      {t("elsewhere")}
    </Link>
  );
  if (details.reason === "plan") {
    return (
      <Message
        title={t("planTitle")}
        text={details.plan ? t("planText", { title, plan: details.plan.name }) : error.message}
      >
        {elsewhere}
      </Message>
    );
  }
  if (details.reason === "streams") {
    return (
      <Message title={t("streamsTitle")} text={error.message}>
        <OtherStreams streams={details.streams ?? []} onStopped={onRetry} />
      </Message>
    );
  }
  if (details.reason === "ended") {
    return (
      <Message title={t("endedTitle")} text={t("endedText")}>
        <Button onClick={onRetry}>{t("playHere")}</Button>
      </Message>
    );
  }
  if (details.reason === "viewer") {
    return (
      <Message title={t("viewerTitle")} text={t("viewerText")}>
        <div className="flex flex-wrap justify-center gap-3">
          <Button onClick={onRetry}>{t("playHere")}</Button>
          <Link href="/browse" className={buttonClass({ variant: "glass" })}>
            {t("elsewhere")}
          </Link>
        </div>
      </Message>
    );
  }
  if (details.reason === "not-ready") {
    return (
      <Message title={t("notReadyTitle")} text={error.message}>
        {retry}
      </Message>
    );
  }
  if (error.status === null) {
    return (
      <Message title={t("offlineTitle")} text={t("offlineText")}>
        {retry}
      </Message>
    );
  }
  if (error.status === 404) {
    return (
      <Message title={t("notFoundTitle")} text={t("notFoundText")}>
        {elsewhere}
      </Message>
    );
  }
  return (
    <Message title={t("brokenTitle")} text={error.message || t("brokenText")}>
      {retry}
    </Message>
  );
}

function OtherStreams({ streams, onStopped }: { streams: OtherStream[]; onStopped: () => void }) {
  const t = useTranslations("playback.refused");
  const stop = useMutation({ mutationFn: endStream, onSuccess: onStopped });
  return (
    <ul className="grid w-full gap-2">
      {streams.map(({ sessionId, title, device }) => (
        <li
          key={sessionId}
          className="flex flex-wrap items-center justify-between gap-3 rounded-control border border-white/14 bg-white/6 px-4 py-2.5 text-start"
        >
          <span className="grow basis-40">
            {title ? t("streamOn", { title, device }) : t("streamUntitled", { device })}
          </span>
          <Button
            size="small"
            variant="glass"
            className="whitespace-nowrap"
            isBusy={stop.isPending}
            onClick={() => !stop.isPending && stop.mutate(sessionId)}
          >
            {t("stop")}
          </Button>
        </li>
      ))}
    </ul>
  );
}

export function Message({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div
      ref={useHandedOverFocus<HTMLDivElement>()}
      role="alert"
      className="animate-appear absolute inset-0 z-10 grid content-center-safe justify-items-center gap-4 overflow-y-auto bg-black/60 px-6 pt-18 pb-6 text-center text-white"
    >
      <div className="grid w-full max-w-md justify-items-center gap-4">
        <h2 className="text-title">{title}</h2>
        {text && <p className="text-white/80">{text}</p>}
        {children}
      </div>
    </div>
  );
}
