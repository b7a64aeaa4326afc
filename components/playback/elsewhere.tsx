"use client";

import { Cast } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

type Props = { onBack: () => void; isSmall?: boolean };

const STAYS = { noautohide: "" };

/** In place of the picture, which is on another screen; the controls stay and steer that one. */
export function Elsewhere({ onBack, isSmall = false }: Props) {
  const t = useTranslations("playback.player");
  return (
    <div
      {...STAYS}
      role="status"
      data-elsewhere
      className="pointer-events-none absolute inset-0 grid place-content-center justify-items-center gap-4 p-4 text-center text-white"
    >
      {!isSmall && <Cast aria-hidden className="size-12 text-accent 2xl:size-16" />}
      <p className={isSmall ? "text-sm leading-snug font-medium" : "text-heading leading-snug"}>
        {t("elsewhere")}
      </p>
      {!isSmall && (
        <Button variant="glass" size="small" onClick={onBack} className="pointer-events-auto">
          {t("bringBack")}
        </Button>
      )}
    </div>
  );
}
