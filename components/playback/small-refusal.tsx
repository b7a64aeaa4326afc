"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { PlayerButton } from "@/components/playback/player-button";
import { Button } from "@/components/ui/button";
import type { RequestError } from "@/lib/platform/http/request-json";
import { closeFilm } from "@/lib/playback/client/now-playing";

type Props = { error: RequestError; onRetry: () => void };

/** A film in the corner that may not go on: what happened, and the two things that can be done there. */
export function SmallRefusal({ error, onRetry }: Props) {
  const t = useTranslations("playback");
  return (
    <div
      role="alert"
      className="absolute inset-0 z-10 grid place-content-center justify-items-center gap-3 bg-black/80 p-3 text-center text-white"
    >
      <p className="text-sm font-medium">
        {error.status === null ? t("refused.offlineTitle") : error.message || t("refused.brokenTitle")}
      </p>
      <Button size="small" onClick={onRetry}>
        {t("refused.playHere")}
      </Button>
      <PlayerButton label={t("mini.close")} onClick={closeFilm} className="absolute inset-e-1 top-1">
        <X aria-hidden />
      </PlayerButton>
    </div>
  );
}
