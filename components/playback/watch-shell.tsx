import { ArrowLeft, LoaderCircle } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { Episode } from "@/lib/catalogue";
import type { WatchedMovie } from "@/lib/playback/client/now-playing";

type Props = { movie: WatchedMovie; episode: Episode | null };

/** What the watch page shows before its scripts have come: the name, the way back and the film's own colours. */
export async function WatchShell({ movie, episode }: Props) {
  const t = await getTranslations("playback");
  const { slug, title } = movie;
  return (
    <div data-theme="dark" className="watch-shell fixed inset-0 z-40 bg-black text-white">
      <div className="flex items-center gap-3 px-3 pt-[max(0.5rem,env(safe-area-inset-top))] sm:px-6 sm:pt-4">
        <Link
          href={`/title/${slug}`}
          prefetch={false}
          aria-label={t("page.back", { title })}
          className="grid size-11 shrink-0 place-items-center rounded-full hover:bg-white/18 2xl:size-14"
        >
          <ArrowLeft aria-hidden className="size-6 rtl:-scale-x-100" />
        </Link>
        <div className="min-w-0">
          <h1 className="truncate font-display text-lg font-semibold 2xl:text-title">{title}</h1>
          {episode && (
            <p className="truncate text-sm text-white/80 2xl:text-lg">
              {t("page.episode", { season: episode.season, number: episode.number, title: episode.title })}
            </p>
          )}
        </div>
      </div>
      <div role="status" className="player-loading">
        <LoaderCircle aria-hidden className="size-[clamp(3rem,7vw,6rem)] animate-spin text-accent" />
        <span className="sr-only">{t("player.loading")}</span>
      </div>
    </div>
  );
}
