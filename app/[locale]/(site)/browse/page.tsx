import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BrowseFilterForm } from "@/components/catalogue/browse-filter-form";
import { BrowseGrid } from "@/components/catalogue/browse-grid";
import { FilterChips } from "@/components/catalogue/filter-chips";
import { SurpriseLink } from "@/components/catalogue/surprise-link";
import { canonicalBrowsePath } from "@/lib/catalogue/browse-path";
import { browseTitles, getFacets } from "@/lib/catalogue/queries";
import { browseFilters, browseQuery } from "@/lib/catalogue/schema";
import { getContext } from "@/lib/platform/auth/page";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, filters] = [await getTranslations("catalogue.browse"), browseFilters.parse(await searchParams)];
  return {
    title: t("title"),
    description: t("description"),
    alternates: { canonical: canonicalBrowsePath(filters) },
  };
}

export default async function BrowsePage({ searchParams }: Props) {
  const query = await searchParams;
  const parsed = browseQuery.safeParse(query);
  const { cursor, pages, ...filters } = parsed.success
    ? parsed.data
    : { ...browseFilters.parse(query), cursor: undefined, pages: 1 };
  const ctx = await getContext();
  const [t, facets, page] = await Promise.all([
    getTranslations("catalogue.browse"),
    getFacets(ctx, filters),
    browseTitles(ctx, filters, { cursor, pages }),
  ]);
  const { profileId } = ctx.viewer;
  return (
    <div className="group/browse gutter stack gap-6 pt-8">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h1 className="text-title">{t("title")}</h1>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <p role="status" className="text-ink-soft tabular-nums">
            {t("total", { count: facets.total })}
          </p>
          <SurpriseLink filters={filters} />
        </div>
      </div>
      <BrowseFilterForm filters={filters} facets={facets} />
      <FilterChips filters={filters} facets={facets} />
      <BrowseGrid
        key={JSON.stringify([profileId, filters])}
        viewerId={profileId}
        filters={filters}
        firstPage={page}
        total={facets.total}
      />
    </div>
  );
}
