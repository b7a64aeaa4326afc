import { Info, Play } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { heroSize } from "@/components/catalogue/hero/hero-size";
import { TitleFacts } from "@/components/catalogue/title-facts";
import { Artwork } from "@/components/ui/artwork";
import { buttonClass } from "@/components/ui/button";
import type { HeroCard } from "@/lib/catalogue/schema";

/** The opening picture, whole and bright; its edges dissolve into the page, on which the words stand. */
export function Hero({ movie }: { movie: HeroCard }) {
  const t = useTranslations("catalogue");
  return (
    <section
      aria-labelledby={`hero-${movie.slug}`}
      className="relative isolate flex h-full items-end overflow-hidden lg:min-h-[clamp(34rem,min(80svh,50vw),64rem)]"
    >
      <span
        data-artwork
        className="absolute inset-x-0 top-0 -z-10 block h-[min(100vw,62svh)] bleed-down lg:inset-s-auto lg:h-full lg:w-[78%] lg:bleed-aside"
      >
        <Artwork
          path={movie.backdropPath}
          placeholder={movie.backdropPlaceholder}
          alt=""
          sizes="(min-width: 64rem) 78vw, 100vw"
          isFirst
          className="object-[68%_50%] lg:object-[50%_35%]"
        />
      </span>
      <div className="gutter w-full pt-[min(84vw,52svh)] pb-6 lg:pt-40 lg:pb-16 2xl:pb-20">
        <div className="lg:max-w-[38vw]">
          <h1 id={`hero-${movie.slug}`} className={`${heroSize(movie.title)} text-balance`}>
            {movie.title}
          </h1>
          <TitleFacts movie={movie} className="mt-5 text-ink-soft" />
          <p className="mt-4 max-w-xl text-lg text-ink-soft line-clamp-3">
            {movie.tagline ?? movie.description}
          </p>
          <div data-first-focus className="mt-7 flex flex-wrap gap-3">
            <Link
              href={`/watch/${movie.slug}`}
              prefetch={false}
              className={`${buttonClass({ size: "large" })} max-sm:grow`}
            >
              <Play aria-hidden fill="currentColor" />
              {t("play")}
            </Link>
            <Link
              href={`/title/${movie.slug}`}
              prefetch={false}
              className={buttonClass({ variant: "secondary", size: "large" })}
            >
              <Info aria-hidden />
              {t("details")}
            </Link>
          </div>
        </div>
      </div>
    </section>
  );
}
