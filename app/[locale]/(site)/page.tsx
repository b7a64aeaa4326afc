import { getTranslations } from "next-intl/server";
import { Hero } from "@/components/catalogue/hero";
import { TitleRail } from "@/components/catalogue/title-rail";
import { ContinueWatchingRail } from "@/components/library/continue-watching-rail";
import { EmptyState } from "@/components/ui/state";
import { getHome } from "@/lib/catalogue/queries";
import { listContinueWatching } from "@/lib/library/queries";
import { getContext } from "@/lib/platform/auth/page";

const DAY_MS = 86_400_000;

export default async function HomePage() {
  const ctx = await getContext();
  const [t, home, begun] = await Promise.all([
    getTranslations("catalogue"),
    getHome(ctx),
    listContinueWatching(ctx),
  ]);
  // Everybody sees the same one on the same day, and another one tomorrow.
  const first = home.hero[Math.floor(Date.now() / DAY_MS) % home.hero.length];
  if (home.fresh.length === 0) return <EmptyState title={t("home.emptyTitle")} text={t("home.emptyText")} />;
  return (
    <>
      {first ? <Hero movie={first} /> : <h1 className="sr-only">{t("home.title")}</h1>}
      <div className="stack gap-3 pt-2">
        <ContinueWatchingRail items={begun} />
        <TitleRail title={t("home.trending")} movies={home.trending} href="/browse?sort=popular" isRanked />
        <TitleRail title={t("home.fresh")} movies={home.fresh} href="/browse" />
        {home.rails.map(({ slug, name, cards }) => (
          <TitleRail key={slug} title={name} movies={cards} href={`/category/${slug}`} />
        ))}
      </div>
    </>
  );
}
