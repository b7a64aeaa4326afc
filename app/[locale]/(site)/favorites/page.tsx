import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeading } from "@/components/library/page-heading";
import { SavedTitles } from "@/components/library/saved-list";
import { listSaved } from "@/lib/library/queries";
import { requireViewerPage } from "@/lib/platform/auth/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("library.pages");
  return { title: t("favoritesTitle"), robots: { index: false } };
}

export default async function FavoritesPage() {
  const ctx = await requireViewerPage("/favorites");
  const [t, firstPage] = await Promise.all([getTranslations("library.pages"), listSaved(ctx, "favorites")]);
  return (
    <div className="gutter grid gap-7 pt-8">
      <PageHeading title={t("favoritesTitle")} text={t("favoritesText")} />
      <SavedTitles list="favorites" firstPage={firstPage} />
    </div>
  );
}
