"use client";

import { LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";

/** While the server is being asked; a quick answer shows none of it. */
export function LoadingRing() {
  const t = useTranslations("playback.player");
  return (
    <div role="status" className="player-loading">
      <LoaderCircle aria-hidden className="size-[clamp(3rem,7vw,6rem)] animate-spin text-accent" />
      <span className="sr-only">{t("loading")}</span>
    </div>
  );
}
