"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TypographicBackdrop } from "@/components/catalogue/typographic-poster";
import { RemoveButton } from "@/components/library/remove-button";
import { useTitleActions } from "@/components/library/use-title-actions";
import { Rail, RailItem } from "@/components/ui/rail";
import { StillCard } from "@/components/ui/still-card";
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
            <RailItem key={item.card.id} width="w-(--still-width)">
              <ResumeCard item={item} />
            </RailItem>
          ))}
        </Rail>
      )}
      {nextUp.length > 0 && (
        <Rail title={t("next.title")}>
          {nextUp.map((item) => (
            <RailItem key={item.card.id} width="w-(--still-width)">
              <NextUpCard item={item} />
            </RailItem>
          ))}
        </Rail>
      )}
    </>
  );
}

function ResumeCard({ item }: { item: ResumeItem }) {
  const { card, watchPercentage } = item;
  const t = useTranslations("library.continue");
  return (
    <SceneCard
      item={item}
      subtitle={useWhatIsLeft(item)}
      progress={watchPercentage / 100}
      removeLabel={t("remove", { title: card.title })}
    />
  );
}

function NextUpCard({ item }: { item: NextUpItem }) {
  const t = useTranslations("library");
  const { season, number, title } = item.episode;
  return (
    <SceneCard
      item={item}
      subtitle={t("continue.episode", { season, number, title })}
      removeLabel={t("next.remove", { title: item.card.title })}
    >
      {item.isNew && (
        <span className="pointer-events-none absolute inset-s-2 top-2 rounded-full bg-accent px-2.5 py-1 text-xs font-semibold text-on-accent">
          {t("next.isNew")}
        </span>
      )}
    </SceneCard>
  );
}

type SceneProps = {
  item: ResumeItem | NextUpItem;
  subtitle: string;
  progress?: number;
  removeLabel: string;
  children?: ReactNode;
};

function SceneCard({ item, removeLabel, children, ...words }: SceneProps) {
  const { card, episode, stillPath, stillPlaceholder } = item;
  const { dismiss } = useTitleActions({ movieId: card.id, title: card.title });
  return (
    <div className="group/item relative" data-title-id={card.id}>
      <StillCard
        {...words}
        href={watchPath(card.slug, episode)}
        title={card.title}
        path={stillPath}
        placeholder={stillPlaceholder}
        picture={<TypographicBackdrop movie={card} />}
      />
      {children}
      <RemoveButton label={removeLabel} onClick={() => dismiss(true)} />
    </div>
  );
}

function useWhatIsLeft({ card, episode, progressSeconds }: ResumeItem): string {
  const t = useTranslations("library.continue");
  const place = episode && t("place", { season: episode.season, number: episode.number });
  const length = episode ? episode.durationSeconds : card.durationSeconds;
  const left = length && t("left", { minutes: Math.floor(Math.max(0, length - progressSeconds) / 60) });
  return [place, left].filter(Boolean).join(" · ");
}
