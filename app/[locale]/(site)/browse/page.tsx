import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BrowseFilterForm } from "@/components/catalogue/browse-filter-form";
import { BrowseGrid } from "@/components/catalogue/browse-grid";
import { FilterChips } from "@/components/catalogue/filter-chips";
import { browseTitles, getFacets } from "@/lib/catalogue/queries";
import { browseFilters, browseQuery } from "@/lib/catalogue/schema";
import { getContext } from "@/lib/platform/auth/page";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalogue.browse");
  return { title: t("title"), description: t("description"), alternates: { canonical: "/browse" } };
}

export default async function BrowsePage({ searchParams }: Props) {
  const query = await searchParams;
  const parsed = browseQuery.safeParse(query);
  const { cursor, ...filters } = parsed.success
    ? parsed.data
    : { ...browseFilters.parse(query), cursor: undefined };
  const ctx = await getContext();
  const [t, facets, page] = await Promise.all([
    getTranslations("catalogue.browse"),
    getFacets(ctx),
    browseTitles(ctx, filters, cursor),
  ]);
  return (
    <div className="group/browse gutter stack gap-6 pt-8">
      <h1 className="text-title">{t("title")}</h1>
      <BrowseFilterForm filters={filters} facets={facets} />
      <FilterChips filters={filters} facets={facets} />
      <BrowseGrid key={JSON.stringify(filters)} filters={filters} firstPage={page} />
    </div>
  );
}
