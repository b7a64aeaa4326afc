"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { TypographicPoster } from "@/components/catalogue/typographic-poster";
import { RemoveButton } from "@/components/library/remove-button";
import { PosterCard } from "@/components/ui/poster-card";
import { Rail, RailItem } from "@/components/ui/rail";
import { toast } from "@/components/ui/toast";
import type { ContinueItem } from "@/lib/library";
import { useDismiss } from "@/lib/library/client";
import { watchPath } from "@/lib/playback";

/** What the viewer goes on with; nothing at all where nothing was begun. */
export function ContinueWatchingRail({ items }: { items: ContinueItem[] }) {
  const t = useTranslations("library.continue");
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const bringBack = (movieId: string) =>
    setDismissed((ids) => new Set([...ids].filter((id) => id !== movieId)));
  const failed = useTranslations("library")("failed");
  const dismiss = useDismiss((error, movieId) => {
    bringBack(movieId);
    toast.error(error.message || failed);
  });
  const remove = ({ id, title }: ContinueItem["card"]) => {
    setDismissed((ids) => new Set([...ids, id]));
    dismiss.mutate(id, { onSuccess: () => toast(t("removed", { title })) });
  };
  const shown = items.filter(({ card }) => !dismissed.has(card.id));
  if (shown.length === 0) return null;
  return (
    <Rail title={t("title")}>
      {shown.map((item) => (
        <RailItem key={item.card.id}>
          <div className="group/item relative">
            <ContinueCard item={item} />
            <RemoveButton label={t("remove", { title: item.card.title })} onClick={() => remove(item.card)} />
          </div>
        </RailItem>
      ))}
    </Rail>
  );
}

function ContinueCard({ item }: { item: ContinueItem }) {
  const { card, episode } = item;
  return (
    <PosterCard
      href={watchPath(card.slug, episode)}
      title={card.title}
      subtitle={useSubtitle(item)}
      posterPath={card.posterPath}
      placeholder={card.posterPlaceholder}
      {...(item.watchPercentage > 0 && { progress: item.watchPercentage / 100 })}
      {...(!card.posterPath && { poster: <TypographicPoster movie={card} /> })}
    />
  );
}

function useSubtitle({ card, episode, progressSeconds }: ContinueItem): string {
  const t = useTranslations("library.continue");
  if (episode && progressSeconds === 0) {
    return t("next", { season: episode.season, number: episode.number });
  }
  const length = episode?.durationSeconds ?? (episode ? null : card.durationSeconds);
  if (episode && !length) {
    return t("episode", { season: episode.season, number: episode.number, title: episode.title });
  }
  return t("left", { minutes: Math.floor(Math.max(0, (length ?? 0) - progressSeconds) / 60) });
}
