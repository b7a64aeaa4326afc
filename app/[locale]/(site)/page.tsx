import { getTranslations } from "next-intl/server";
import { Hero } from "@/components/catalogue/hero/hero";
import { HeroStage } from "@/components/catalogue/hero/hero-stage";
import { LaterRails } from "@/components/catalogue/later-rails";
import { TitleRail } from "@/components/catalogue/title-rail";
import { LibraryRails } from "@/components/library/library-rails";
import { EmptyState } from "@/components/ui/state";
import { getHome } from "@/lib/catalogue/queries";
import type { HeroCard } from "@/lib/catalogue/schema";
import { getLibraryRails } from "@/lib/library/queries";
import { withoutHidden } from "@/lib/library/without-hidden";
import { getContext } from "@/lib/platform/auth/page";

const DAY_MS = 86_400_000;

export default async function HomePage() {
  const ctx = await getContext();
  const [t, home, rails] = await Promise.all([
    getTranslations("catalogue"),
    getHome(ctx),
    getLibraryRails(ctx),
  ]);
  const shown = <Item extends { id: string }>(movies: Item[]) => withoutHidden(movies, rails.hiddenIds);
  const heroes = heroesOfDay(shown(home.hero));
  const [first] = heroes;
  const later = [
    { key: "leaving", title: t("coming.leaving"), href: "/coming-soon", count: shown(home.leaving).length },
    { key: "coming", title: t("coming.title"), href: "/coming-soon", count: home.coming.length },
    {
      key: "collections",
      title: t("collections.title"),
      href: "/collections",
      count: home.collections.length,
    },
    ...home.rails.map(({ slug, name, cards }) => ({
      key: slug,
      title: name,
      href: `/category/${slug}`,
      count: shown(cards).length,
    })),
  ].filter(({ count }) => count > 0);
  if (home.fresh.length === 0) return <EmptyState title={t("home.emptyTitle")} text={t("home.emptyText")} />;
  return (
    <>
      {first ? (
        <HeroStage heroes={heroes}>
          <Hero movie={first} />
        </HeroStage>
      ) : (
        <h1 className="sr-only">{t("home.title")}</h1>
      )}
      <div className="stack gap-3 pt-2">
        <LibraryRails rails={rails} />
        <TitleRail
          title={t("home.trending")}
          movies={shown(home.trending)}
          href="/browse?sort=popular"
          isRanked
        />
        <TitleRail title={t("home.fresh")} movies={shown(home.fresh)} href="/browse" />
        <LaterRails rows={later} />
      </div>
    </>
  );
}

/** Everybody begins with the same one on the same day, and with another one tomorrow. */
function heroesOfDay(heroes: HeroCard[]): HeroCard[] {
  const first = Math.floor(Date.now() / DAY_MS) % heroes.length;
  return [...heroes.slice(first), ...heroes.slice(0, first)];
}
