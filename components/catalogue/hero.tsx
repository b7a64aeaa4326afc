import { Info, Play } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { heroSize } from "@/components/catalogue/hero-size";
import { TitleFacts } from "@/components/catalogue/title-facts";
import { Artwork } from "@/components/ui/artwork";
import { buttonClass } from "@/components/ui/button";
import type { HeroCard } from "@/lib/catalogue/schema";

/** The opening picture: always dark, whatever the theme, so that the words stand on it. */
export function Hero({ movie }: { movie: HeroCard }) {
  const t = useTranslations("catalogue");
  return (
    <section
      data-theme="dark"
      aria-labelledby="hero-title"
      className="relative isolate flex min-h-[min(78vh,max(46rem,45vw))] items-end overflow-hidden bg-canvas text-ink"
    >
      {/* On a phone the picture is a window above the words: a tall cut of a wide picture would lose its subject. */}
      <span className="absolute inset-x-0 top-0 block h-[58%] md:h-full">
        <Artwork
          path={movie.backdropPath}
          placeholder={movie.backdropPlaceholder}
          alt=""
          sizes="100vw"
          isFirst
          className="object-[68%_50%] md:object-[50%_35%]"
        />
        <span
          aria-hidden
          className="absolute inset-0 bg-linear-to-t from-canvas via-black/20 via-45% to-black/10 md:via-black/25"
        />
      </span>
      <span
        aria-hidden
        className="absolute inset-0 hidden bg-linear-to-r from-black/70 via-black/20 to-transparent md:block rtl:bg-linear-to-l"
      />
      <div className="gutter relative w-full pt-40 pb-10 md:pb-16">
        <div className="max-w-[38rem]">
          <h1 id="hero-title" className={`${heroSize(movie.title)} text-white text-balance`}>
            {movie.title}
          </h1>
          <TitleFacts movie={movie} className="mt-5 text-white/85" />
          <p className="mt-4 max-w-[34rem] text-[1.0625rem] text-white/85 line-clamp-3">
            {movie.tagline ?? movie.description}
          </p>
          <div className="mt-7 flex flex-wrap gap-3">
            <Link href={`/watch/${movie.slug}`} prefetch={false} className={buttonClass({ size: "large" })}>
              <Play aria-hidden fill="currentColor" />
              {t("play")}
            </Link>
            <Link href={`/title/${movie.slug}`} className={buttonClass({ variant: "glass", size: "large" })}>
              <Info aria-hidden />
              {t("details")}
            </Link>
          </div>
        </div>
      </div>
    </section>
  );
}
