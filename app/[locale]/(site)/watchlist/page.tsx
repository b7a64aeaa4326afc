import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeading } from "@/components/library/page-heading";
import { SavedTitles } from "@/components/library/saved-list";
import { listSaved } from "@/lib/library/queries";
import { requireViewerPage } from "@/lib/platform/auth/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("library.pages");
  return { title: t("watchlistTitle"), robots: { index: false } };
}

export default async function WatchlistPage() {
  const ctx = await requireViewerPage("/watchlist");
  const [t, firstPage] = await Promise.all([getTranslations("library.pages"), listSaved(ctx, "watchlist")]);
  return (
    <div className="gutter grid gap-7 pt-8">
      <PageHeading title={t("watchlistTitle")} text={t("watchlistText")} />
      <SavedTitles list="watchlist" firstPage={firstPage} />
    </div>
  );
}
