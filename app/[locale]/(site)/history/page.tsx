import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TitleRail } from "@/components/catalogue/title-rail";
import { HistoryList } from "@/components/library/history-list";
import { getHome } from "@/lib/catalogue/queries";
import { listHistory } from "@/lib/library/queries";
import { requireViewerPage } from "@/lib/platform/auth/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("library.pages");
  return { title: t("historyTitle"), robots: { index: false } };
}

export default async function HistoryPage() {
  const ctx = await requireViewerPage("/history");
  const [t, firstPage] = await Promise.all([getTranslations("library.pages"), listHistory(ctx)]);
  const ideas = firstPage.items.length === 0 ? (await getHome(ctx)).trending : [];
  return (
    <>
      <div className="gutter stack gap-7 pt-8">
        <HistoryList firstPage={firstPage} />
      </div>
      <TitleRail title={t("ideas")} movies={ideas} href="/browse?sort=popular" />
    </>
  );
}
