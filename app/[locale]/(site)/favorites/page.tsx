import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TitleRail } from "@/components/catalogue/title-rail";
import { PageHeading } from "@/components/library/page-heading";
import { SavedTitles } from "@/components/library/saved-list";
import { getHome } from "@/lib/catalogue/queries";
import { listSaved } from "@/lib/library/queries";
import { requireViewerPage } from "@/lib/platform/auth/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("library.pages");
  return { title: t("favoritesTitle"), robots: { index: false } };
}

export default async function FavoritesPage() {
  const ctx = await requireViewerPage("/favorites");
  const [t, firstPage] = await Promise.all([getTranslations("library.pages"), listSaved(ctx, "favorites")]);
  const ideas = firstPage.cards.length === 0 ? (await getHome(ctx)).trending : [];
  return (
    <>
      <div className="gutter stack gap-7 pt-8">
        <PageHeading title={t("favoritesTitle")} text={t("favoritesText")} />
        <SavedTitles list="favorites" firstPage={firstPage} />
      </div>
      <TitleRail title={t("ideas")} movies={ideas} href="/browse?sort=popular" />
    </>
  );
}
