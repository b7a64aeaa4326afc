import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { BrowseGrid } from "@/components/catalogue/browse-grid";
import { CHIP } from "@/components/catalogue/search/genre-links";
import { browseTitles, getFacets } from "@/lib/catalogue/queries";
import { browseFilters, browseQuery, type Choice } from "@/lib/catalogue/schema";
import { getContext } from "@/lib/platform/auth/page";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const listCategories = cache(async () => (await getFacets(await getContext())).categories);

const findCategory = async (slug: string) =>
  (await listCategories()).find((category) => category.value === slug);

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
      <OtherCategories
        categories={(await listCategories()).filter(({ value }) => value !== category.value)}
      />
    </div>
  );
}

/** Where to go on from the end of this one. */
async function OtherCategories({ categories }: { categories: Choice[] }) {
  const t = await getTranslations("catalogue.browse");
  if (categories.length === 0) return null;
  return (
    <nav aria-labelledby="others" className="stack mt-6 gap-4">
      <h2 id="others" className="text-heading">
        {t("otherCategories")}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {categories.map(({ value, label }) => (
          <li key={value}>
            <Link href={`/category/${value}`} prefetch={false} className={CHIP}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
