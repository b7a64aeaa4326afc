import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { BrowseGrid } from "@/components/catalogue/browse-grid";
import { browseTitles, getFacets } from "@/lib/catalogue/queries";
import { browseFilters, browseQuery } from "@/lib/catalogue/schema";
import { getContext } from "@/lib/platform/auth/page";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const findCategory = cache(async (slug: string) => {
  const { categories } = await getFacets(await getContext());
  return categories.find((category) => category.value === slug);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const category = await findCategory((await params).slug);
  return category
    ? {
        title: category.label,
        description: category.description,
        alternates: { canonical: `/category/${category.value}` },
      }
    : {};
}

export default async function CategoryPage({ params, searchParams }: Props) {
  const category = await findCategory((await params).slug);
  if (!category) notFound();
  const filters = browseFilters.parse({ category: category.value });
  const { pages } = browseQuery.catch({ ...filters, pages: 1 }).parse(await searchParams);
  const ctx = await getContext();
  const page = await browseTitles(ctx, filters, { pages });
  return (
    <div className="gutter stack gap-6 pt-8">
      <header className="max-w-2xl">
        <h1 className="text-title">{category.label}</h1>
        {category.description && <p className="mt-2 text-ink-soft">{category.description}</p>}
      </header>
      <BrowseGrid
        key={ctx.viewer.profileId}
        viewerId={ctx.viewer.profileId}
        filters={filters}
        firstPage={page}
        total={category.count}
      />
    </div>
  );
}
