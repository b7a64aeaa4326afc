"use client";

import { Play } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { attend } from "@/lib/playback/client/attendance";
import { KEY_ROW } from "@/lib/playback/client/move-focus";

type Props = { title: string; backHref: string; onStay: () => void };

/** After three episodes that nobody asked for. */
export function StillWatching({ title, backHref, onStay }: Props) {
  const t = useTranslations("playback.stillWatching");
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => stay.current?.focus({ preventScroll: true }), []);
  return (
    <section
      role="alertdialog"
      aria-label={t("title", { title })}
      aria-describedby="still-watching"
      className="animate-appear absolute inset-0 z-20 grid place-content-center justify-items-center gap-5 bg-black/80 px-5 text-center text-white"
    >
      <h2 className="text-title">{t("title", { title })}</h2>
      <p id="still-watching" className="max-w-md text-white/80">
        {t("text")}
      </p>
      <div {...{ [KEY_ROW]: "" }} className="flex flex-wrap justify-center gap-3">
        <Button
          ref={stay}
          onClick={() => {
            attend(sessionStorage);
            onStay();
          }}
        >
          <Play aria-hidden fill="currentColor" />
          {t("stay")}
        </Button>
        <Link href={backHref} className={buttonClass({ variant: "glass" })}>
          {t("leave")}
        </Link>
      </div>
    </section>
  );
}
