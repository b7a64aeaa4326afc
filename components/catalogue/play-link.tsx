"use client";

import { Play } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import type { Episode } from "@/lib/catalogue/schema";
import type { TitleState } from "@/lib/library";
import { useTitleState } from "@/lib/library/client/hooks";

type Props = {
  movieId: string;
  slug: string;
  episodes: Pick<Episode, "id" | "season" | "number">[];
  state: TitleState | null;
};

/** Goes on where the viewer stopped; what is marked by hand, here or on another device, changes it at once. */
export function PlayLink({ movieId, slug, episodes, state }: Props) {
  const t = useTranslations("catalogue");
  const resume = useTitleState(movieId, state)?.resume;
  const episode = episodes.find(({ id }) => id === resume?.episodeId);
  return (
    <Link
      href={`/watch/${slug}`}
      prefetch={false}
      className={`${buttonClass({ size: "large" })} max-sm:w-full`}
    >
      <Play aria-hidden fill="currentColor" />
      {episode
        ? t("playEpisode", { season: episode.season, number: episode.number })
        : t(resume ? "resume" : "play")}
    </Link>
  );
}
