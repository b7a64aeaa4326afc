import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { BrowseGrid } from "@/components/catalogue/browse-grid";
import { browseTitles, getFacets } from "@/lib/catalogue/queries";
import { browseFilters } from "@/lib/catalogue/schema";
import { getContext } from "@/lib/platform/auth/page";

type Props = { params: Promise<{ slug: string }> };

const findCategory = cache(async (slug: string) => {
  const { categories } = await getFacets(await getContext());
  return categories.find((category) => category.slug === slug);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const category = await findCategory((await params).slug);
  return category ? { title: category.name, description: category.description } : {};
}

export default async function CategoryPage({ params }: Props) {
  const category = await findCategory((await params).slug);
  if (!category) notFound();
  const filters = browseFilters.parse({ category: category.slug });
  const page = await browseTitles(await getContext(), filters);
  return (
    <div className="gutter stack gap-6 pt-8">
      <header className="max-w-2xl">
        <h1 className="text-title">{category.name}</h1>
        {category.description && <p className="mt-2 text-ink-soft">{category.description}</p>}
      </header>
      <BrowseGrid filters={filters} firstPage={page} />
    </div>
  );
}
