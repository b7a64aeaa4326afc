"use client";

import { Pause, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ClearHistory } from "@/components/library/clear-history";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";

type Props = {
  text: string;
  onText: (text: string) => void;
  isEmpty: boolean;
  isPaused: boolean;
  /** Absent for a child: what is watched is kept for the grown-ups to see. */
  onPause: ((isPaused: boolean) => void) | undefined;
  onClear: () => void;
};

/** Search, pause and clear; while it is paused, what that means. */
export function HistoryControls({ text, onText, isEmpty, isPaused, onPause, onClear }: Props) {
  const t = useTranslations("library.history");
  const field = useRef<HTMLInputElement>(null);
  const tell = useRef(onText);
  // What was typed before the script had come.
  useEffect(() => {
    if (field.current?.value) tell.current(field.current.value);
  }, []);
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-3">
        {!isEmpty && (
          <search className="relative w-full sm:w-80">
            <Search
              aria-hidden
              className="pointer-events-none absolute inset-s-3.5 top-1/2 size-4.5 -translate-y-1/2 text-ink-faint"
            />
            <Input
              ref={field}
              type="search"
              aria-label={t("search")}
              placeholder={t("search")}
              value={text}
              maxLength={100}
              onChange={(event) => onText(event.target.value)}
              className="ps-10"
            />
          </search>
        )}
        <span className="flex flex-wrap gap-2 max-sm:w-full max-sm:*:grow max-sm:*:px-3 sm:ms-auto sm:gap-3">
          {onPause && !isPaused && (
            <Button variant="secondary" onClick={() => onPause(true)}>
              <Pause aria-hidden />
              {t("pause")}
            </Button>
          )}
          {!isEmpty && <ClearHistory onConfirm={onClear} />}
        </span>
      </div>
      {isPaused && (
        <Notice>
          <span className="flex flex-wrap items-center justify-between gap-3">
            <span className="grid max-w-2xl gap-1">
              <strong className="font-semibold text-ink">{t("pausedTitle")}</strong>
              <span>{t("pausedText")}</span>
            </span>
            {onPause && (
              <Button size="small" onClick={() => onPause(false)}>
                {t("goOn")}
              </Button>
            )}
          </span>
        </Notice>
      )}
    </div>
  );
}
