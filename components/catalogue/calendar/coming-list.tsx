import { useFormatter } from "next-intl";
import { RemindButton } from "@/components/catalogue/calendar/remind-button";
import { PosterPicture } from "@/components/catalogue/poster-picture";
import { TypographicBackdrop } from "@/components/catalogue/typographic-poster";
import { Badge } from "@/components/ui/badge";
import type { ComingTitle } from "@/lib/catalogue/schema";

type Props = { titles: ComingTitle[]; reminders: string[]; isVisitor: boolean };

/** By day, soonest first. A title that is not there yet leads nowhere: it has its day, and a way to be told. */
export function ComingList({ titles, reminders, isVisitor }: Props) {
  return (
    <ol className="grid gap-6 lg:grid-cols-2 xl:grid-cols-3">
      {titles.map((movie) => (
        <li key={movie.id} id={movie.slug} className="min-w-0 scroll-mt-24">
          <ComingCard movie={movie} isWanted={reminders.includes(movie.id)} isVisitor={isVisitor} />
        </li>
      ))}
    </ol>
  );
}

function ComingCard({
  movie,
  isWanted,
  isVisitor,
}: {
  movie: ComingTitle;
  isWanted: boolean;
  isVisitor: boolean;
}) {
  const format = useFormatter();
  const date = new Date(movie.publishedAt);
  return (
    <article
      aria-labelledby={`coming-${movie.id}`}
      className="relative isolate flex h-full gap-4 sm:gap-5 overflow-hidden rounded-panel border border-line bg-surface p-4"
    >
      <span className="absolute inset-0 -z-10 opacity-8">
        <TypographicBackdrop movie={movie} />
      </span>
      <PosterPicture
        movie={movie}
        sizes="(min-width: 40rem) 9rem, 5rem"
        widest={360}
        className="w-20 self-start rounded-card ring-1 ring-line sm:w-32"
      />
      <div className="flex min-w-0 flex-col gap-2">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm font-semibold text-accent-ink">
          <time dateTime={movie.publishedAt}>
            {format.dateTime(date, { weekday: "long", day: "numeric", month: "long" })}
          </time>
          {movie.maturityRating > 0 && <Badge tone="outline">{movie.maturityRating}+</Badge>}
        </p>
        <h2 id={`coming-${movie.id}`} className="text-heading">
          {movie.title}
        </h2>
        {movie.tagline && <p className="text-ink-soft">{movie.tagline}</p>}
        {movie.description && <p className="line-clamp-4 text-sm text-ink-soft">{movie.description}</p>}
        <div className="mt-auto pt-2">
          <RemindButton movieId={movie.id} title={movie.title} isWanted={isWanted} isVisitor={isVisitor} />
        </div>
      </div>
    </article>
  );
}
