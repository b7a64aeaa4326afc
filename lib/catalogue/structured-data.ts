import { linkImagePath } from "@/lib/catalogue/link-image/path";
import type { Collection, Episode, Person, Title } from "@/lib/catalogue/schema";
import type { Locale } from "@/lib/i18n/config";
import { env } from "@/lib/platform/env";

type Thing = Record<string, unknown>;

const address = (path: string) => `${env().SITE_URL}${path}`;

/** Seconds as ISO 8601 has lengths of time. */
const duration = (seconds: number) => `PT${Math.round(seconds)}S`;

/** schema.org's description of a title for search engines, with the way to it; safe inside a script element. */
export function titleData(title: Title, browseName: string, locale: Locale): string {
  const people = (role: string) =>
    title.credits
      .filter((credit) => credit.role === role)
      .map(({ name, slug }) => ({ "@type": "Person", name, url: address(`/person/${slug}`) }));
  const isSeries = title.type === "series";
  const movie: Thing = {
    "@type": isSeries ? "TVSeries" : "Movie",
    "@id": address(`/title/${title.slug}`),
    url: address(`/title/${title.slug}`),
    name: title.title,
    alternateName: title.originalTitle ?? undefined,
    description: title.description ?? undefined,
    image: address(linkImagePath("title", title, locale)),
    dateCreated: title.year ? String(title.year) : undefined,
    genre: title.genres,
    inLanguage: title.language ?? undefined,
    contentRating: title.maturityRating === 0 ? "0+" : `${title.maturityRating}+`,
    duration: !isSeries && title.durationSeconds ? duration(title.durationSeconds) : undefined,
    numberOfSeasons: isSeries ? title.seasons.length : undefined,
    containsSeason: isSeries ? title.seasons.map(season) : undefined,
    director: people("director"),
    actor: people("actor"),
    aggregateRating:
      title.averageRating !== null && title.ratingCount > 0
        ? {
            "@type": "AggregateRating",
            ratingValue: title.averageRating,
            bestRating: 10,
            worstRating: 0,
            ratingCount: title.ratingCount,
          }
        : undefined,
  };
  return written([movie, trail([browseName, "/browse"], [title.title, `/title/${title.slug}`])]);
}

function season({ season: number, episodes }: Title["seasons"][number]): Thing {
  return {
    "@type": "TVSeason",
    seasonNumber: number,
    numberOfEpisodes: episodes.length,
    episode: episodes.map((episode: Episode) => ({
      "@type": "TVEpisode",
      episodeNumber: episode.number,
      name: episode.title,
    })),
  };
}

export function personData(person: Person): string {
  return written([
    {
      "@type": "Person",
      "@id": address(`/person/${person.slug}`),
      url: address(`/person/${person.slug}`),
      name: person.name,
      description: person.biography ?? undefined,
      image: person.photoPath ? address(`/artwork/${person.photoPath}`) : undefined,
    },
    trail([person.name, `/person/${person.slug}`]),
  ]);
}

export function collectionData(collection: Collection, collectionsName: string): string {
  return written([
    {
      "@type": "ItemList",
      name: collection.title,
      description: collection.description ?? undefined,
      numberOfItems: collection.cards.length,
      itemListElement: collection.cards.map(({ slug, title }, index) => ({
        "@type": "ListItem",
        position: index + 1,
        name: title,
        url: address(`/title/${slug}`),
      })),
    },
    trail([collectionsName, "/collections"], [collection.title, `/collections/${collection.slug}`]),
  ]);
}

function trail(...steps: [name: string, path: string][]): Thing {
  return {
    "@type": "BreadcrumbList",
    itemListElement: [["CineVerse", "/"] as const, ...steps].map(([name, path], index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: address(path),
    })),
  };
}

/** A title is somebody's input; "</script>" in it must not end the element. */
function written(graph: Thing[]): string {
  return JSON.stringify({ "@context": "https://schema.org", "@graph": graph }).replaceAll("<", "\\u003c");
}
