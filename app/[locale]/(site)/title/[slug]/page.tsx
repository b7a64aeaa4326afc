import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { CastList } from "@/components/catalogue/cast-list";
import { EpisodeList } from "@/components/catalogue/episode-list";
import { SimilarTitles } from "@/components/catalogue/similar-titles";
import { TitleDetails } from "@/components/catalogue/title-details";
import { TitleHeader } from "@/components/catalogue/title-header";
import { LINK_IMAGE_SIZE, linkImagePath } from "@/lib/catalogue/link-image/path";
import { getTitle } from "@/lib/catalogue/queries";
import { slugParams } from "@/lib/catalogue/schema";
import { titleData } from "@/lib/catalogue/structured-data";
import { findTitleState } from "@/lib/library/queries";
import { getContext } from "@/lib/platform/auth/page";
import { orNotFound } from "@/lib/platform/not-found";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const pageLocale = async () => (await getContext()).viewer.locale;

const loadTitle = cache(async (slug: string) => {
  if (!slugParams.safeParse({ slug }).success) notFound();
  return orNotFound(async () => getTitle(await getContext(), slug));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [title, locale] = await Promise.all([loadTitle((await params).slug), pageLocale()]);
  const description = title.tagline ?? title.description?.slice(0, 160);
  return {
    title: title.year ? `${title.title} (${title.year})` : title.title,
    description: description ?? null,
    alternates: { canonical: `/title/${title.slug}` },
    openGraph: {
      type: title.type === "series" ? "video.tv_show" : "video.movie",
      title: title.title,
      ...(description && { description }),
      images: [{ url: linkImagePath("title", title, locale), alt: title.title, ...LINK_IMAGE_SIZE }],
    },
    twitter: { card: "summary_large_image" },
  };
}

export default async function TitlePage({ params, searchParams }: Props) {
  const title = await loadTitle((await params).slug);
  const [ctx, t, { surprise }] = await Promise.all([
    getContext(),
    getTranslations("catalogue.browse"),
    searchParams,
  ]);
  const state = await findTitleState(ctx, title.id);
  return (
    <article>
      <script type="application/ld+json">{titleData(title, t("title"), ctx.viewer.locale)}</script>
      <TitleHeader
        title={title}
        state={state}
        surprise={typeof surprise === "string" ? surprise : undefined}
      />
      <div className="stack gap-12 pt-10">
        {title.seasons.length > 0 && <EpisodeList title={title} state={state} />}
        <TitleDetails title={title} />
        {title.credits.length > 0 && <CastList credits={title.credits} />}
        <SimilarTitles movies={title.similar} />
      </div>
    </article>
  );
}
