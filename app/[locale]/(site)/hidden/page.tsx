import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LibraryListPage } from "@/components/library/list-page";
import { getHome } from "@/lib/catalogue/queries";
import { getListPage } from "@/lib/library/queries";
import { parseFilters } from "@/lib/library/schema";
import { requireViewerPage } from "@/lib/platform/auth/page";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("library.pages");
  return { title: t("hiddenTitle"), robots: { index: false } };
}

export default async function HiddenPage({ searchParams }: Props) {
  const ctx = await requireViewerPage("/hidden");
  const filters = parseFilters(await searchParams);
  const firstPage = await getListPage(ctx, "hidden", filters);
  const ideas = firstPage.facets?.total === 0 ? (await getHome(ctx)).trending : [];
  return <LibraryListPage list="hidden" {...{ filters, firstPage, ideas }} />;
}
