import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { preconnect } from "react-dom";
import { BelowFilm } from "@/components/playback/below-film";
import { EarlyStart } from "@/components/playback/early-start";
import { WatchPage as WatchedFilm } from "@/components/playback/watch-page";
import { WatchShell } from "@/components/playback/watch-shell";
import type { Episode, Title } from "@/lib/catalogue";
import { getTitle } from "@/lib/catalogue/queries";
import { slugParams } from "@/lib/catalogue/schema";
import { clientMessages } from "@/lib/i18n/client-messages";
import { getContext, requireViewerPage } from "@/lib/platform/auth/page";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { parseEpisodePart, watchPath } from "@/lib/playback/paths";

type Props = {
  params: Promise<{ slug: string; episode?: string[] }>;
  searchParams: Promise<{ view?: string | string[] }>;
};

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const t = await getTranslations("playback.page");
  const title = await findTitle((await params).slug);
  return { title: t("title", { title: title?.title ?? "" }), robots: { index: false } };
}

export default async function WatchPage({ params, searchParams }: Props) {
  const { slug, episode: parts = [] } = await params;
  const numbers = parts[0] === undefined ? null : parseEpisodePart(parts[0]);
  await requireViewerPage(watchPath(slug, numbers));
  const title = await findTitle(slug);
  const episode = title && numbers ? findEpisode(title, numbers) : null;
  if (!title || parts.length > 1 || (parts.length === 1 && !episode)) notFound();
  const { id, backdropPath, backdropPlaceholder } = title;
  const movie = { id, slug, title: title.title, backdropPath, backdropPlaceholder };
  // The first segment is asked for as soon as its address has come.
  preconnect(new URL(env().SUPABASE_URL).origin, { crossOrigin: "anonymous" });
  const isTheatre = (await searchParams).view !== "page";
  return (
    <>
      <EarlyStart movieId={id} episodeId={episode?.id ?? null} />
      <WatchedFilm {...{ movie, episode, isTheatre }} words={clientMessages(await getLocale(), "playback")} />
      <WatchShell movie={movie} episode={episode} />
      {!isTheatre && <BelowFilm title={title} episode={episode} />}
    </>
  );
}

async function findTitle(slug: string): Promise<Title | null> {
  if (!slugParams.safeParse({ slug }).success) return null;
  try {
    return await getTitle(await getContext(), slug);
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  }
}

function findEpisode(title: Title, { season, number }: { season: number; number: number }): Episode | null {
  const episodes = title.seasons.find((known) => known.season === season)?.episodes ?? [];
  return episodes.find((known) => known.number === number) ?? null;
}
