import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { TitleCard } from "@/components/catalogue/title-card";
import { TitleGrid } from "@/components/catalogue/title-grid";
import { LINK_IMAGE_SIZE, linkImagePath } from "@/lib/catalogue/link-image/path";
import { getCollection } from "@/lib/catalogue/queries";
import { slugParams } from "@/lib/catalogue/schema";
import { collectionData } from "@/lib/catalogue/structured-data";
import { getContext } from "@/lib/platform/auth/page";
import { orNotFound } from "@/lib/platform/not-found";

type Props = { params: Promise<{ slug: string }> };

const loadCollection = cache(async (slug: string) => {
  if (!slugParams.safeParse({ slug }).success) notFound();
  return orNotFound(async () => getCollection(await getContext(), slug));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, description, slug } = await loadCollection((await params).slug);
  return {
    title,
    description,
    alternates: { canonical: `/collections/${slug}` },
    openGraph: {
      type: "website",
      title,
      ...(description && { description }),
      images: [
        {
          url: linkImagePath("collections", { slug, title }, (await getContext()).viewer.locale),
          alt: title,
          ...LINK_IMAGE_SIZE,
        },
      ],
    },
    twitter: { card: "summary_large_image" },
  };
}

export default async function CollectionPage({ params }: Props) {
  const [collection, t] = await Promise.all([
    loadCollection((await params).slug),
    getTranslations("catalogue.collections"),
  ]);
  return (
    <div className="gutter stack gap-8 pt-8">
      <script type="application/ld+json">{collectionData(collection, t("title"))}</script>
      <header className="max-w-3xl">
        <p className="text-sm text-ink-faint tabular-nums">{t("count", { count: collection.count })}</p>
        <h1 className="mt-1 text-title text-balance">{collection.title}</h1>
        {collection.description && <p className="mt-2 text-lg text-ink-soft">{collection.description}</p>}
      </header>
      <TitleGrid>
        {collection.cards.map((movie, index) => (
          <li key={movie.id}>
            <TitleCard movie={movie} isInGrid isFirst={index < 6} />
          </li>
        ))}
      </TitleGrid>
    </div>
  );
}
