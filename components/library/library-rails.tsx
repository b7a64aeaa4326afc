"use client";

import { useTranslations } from "next-intl";
import { TypographicPoster } from "@/components/catalogue/typographic-poster";
import { RemoveButton } from "@/components/library/remove-button";
import { useTitleActions } from "@/components/library/use-title-actions";
import { PosterCard } from "@/components/ui/poster-card";
import { Rail, RailItem } from "@/components/ui/rail";
import type { NextUpItem, LibraryRails as Rails, ResumeItem } from "@/lib/library";
import { useLibraryRails } from "@/lib/library/client/hooks";
import { watchPath } from "@/lib/playback";

/** What the viewer goes on with, and apart from it the next episodes of what they have caught up with. */
export function LibraryRails({ rails }: { rails: Rails }) {
  const t = useTranslations("library");
  const { resume, nextUp } = useLibraryRails(rails);
  return (
    <>
      {resume.length > 0 && (
        <Rail title={t("continue.title")}>
          {resume.map((item) => (
            <RailItem key={item.card.id}>
              <ResumeCard item={item} />
            </RailItem>
          ))}
        </Rail>
      )}
      {nextUp.length > 0 && (
        <Rail title={t("next.title")}>
          {nextUp.map((item) => (
            <RailItem key={item.card.id}>
              <NextUpCard item={item} />
            </RailItem>
          ))}
        </Rail>
      )}
    </>
  );
}

function ResumeCard({ item }: { item: ResumeItem }) {
  const { card, episode, watchPercentage } = item;
  const t = useTranslations("library.continue");
  const { dismiss } = useTitleActions({ movieId: card.id, title: card.title });
  return (
    <div className="group/item relative" data-title-id={card.id}>
      <PosterCard
        href={watchPath(card.slug, episode)}
        title={card.title}
        subtitle={useTimeLeft(item)}
        progress={watchPercentage / 100}
        {...posterOf(card)}
      />
      <RemoveButton label={t("remove", { title: card.title })} onClick={() => dismiss(true)} />
    </div>
  );
}

function NextUpCard({ item: { card, episode, isNew } }: { item: NextUpItem }) {
  const t = useTranslations("library");
  const { dismiss } = useTitleActions({ movieId: card.id, title: card.title });
  const { season, number, title } = episode;
  return (
    <div className="group/item relative" data-title-id={card.id}>
      <PosterCard
        href={watchPath(card.slug, episode)}
        title={card.title}
        subtitle={t("continue.episode", { season, number, title })}
        {...posterOf(card)}
      />
      {isNew && (
        <span className="pointer-events-none absolute inset-s-2 top-2 rounded-full bg-accent px-2.5 py-1 text-xs font-semibold text-on-accent">
          {t("next.isNew")}
        </span>
      )}
      <RemoveButton label={t("next.remove", { title: card.title })} onClick={() => dismiss(true)} />
    </div>
  );
}

function posterOf(card: ResumeItem["card"]) {
  return {
    posterPath: card.posterPath,
    placeholder: card.posterPlaceholder,
    ...(!card.posterPath && { poster: <TypographicPoster movie={card} /> }),
  };
}

function useTimeLeft({ card, episode, progressSeconds }: ResumeItem): string {
  const t = useTranslations("library.continue");
  const length = episode ? episode.durationSeconds : card.durationSeconds;
  if (episode && !length) {
    return t("episode", { season: episode.season, number: episode.number, title: episode.title });
  }
  return t("left", { minutes: Math.floor(Math.max(0, (length ?? 0) - progressSeconds) / 60) });
}
