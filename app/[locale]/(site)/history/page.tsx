import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HistoryList } from "@/components/library/history-list";
import { Ideas, LibraryPage } from "@/components/library/list-page";
import { getHome } from "@/lib/catalogue/queries";
import { getHistoryPage } from "@/lib/library/queries";
import { requireViewerPage } from "@/lib/platform/auth/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("library.pages");
  return { title: t("historyTitle"), robots: { index: false } };
}

export default async function HistoryPage() {
  const ctx = await requireViewerPage("/history");
  const firstPage = await getHistoryPage(ctx);
  const ideas = firstPage.items.length === 0 ? (await getHome(ctx)).trending : [];
  return (
    <LibraryPage>
      <HistoryList firstPage={firstPage} canPause={!ctx.viewer.isKids} />
      <Ideas movies={ideas} />
    </LibraryPage>
  );
}
