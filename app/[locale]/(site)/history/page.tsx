import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HistoryList } from "@/components/library/history-list";
import { LibraryPage } from "@/components/library/list-page";
import { getHistoryPage } from "@/lib/library/queries";
import { requireViewerPage } from "@/lib/platform/auth/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("library.pages");
  return { title: t("historyTitle"), robots: { index: false } };
}

export default async function HistoryPage() {
  const ctx = await requireViewerPage("/history");
  return (
    <LibraryPage>
      <HistoryList firstPage={await getHistoryPage(ctx)} canPause={!ctx.viewer.isKids} />
    </LibraryPage>
  );
}
