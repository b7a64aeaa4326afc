import type { z } from "zod";
import type { CardRow, EpisodeRow, homeRow, personRow, searchRow, TitleRow } from "@/lib/catalogue/rows";
import type { Episode, Home, MovieCard, Person, SearchResults, Title } from "@/lib/catalogue/schema";

/** A title's own words in the viewer's language where it has them. */
export function toCard(row: CardRow, locale: string): MovieCard {
  const words = row.translations[locale];
  return {
    id: row.id,
    slug: row.slug,
    type: row.type,
    title: words?.title ?? row.title,
    tagline: words?.tagline ?? row.tagline,
    year: row.year,
    durationSeconds: row.duration_seconds,
    maturityRating: row.maturity_rating,
    accessLevel: row.access_level,
    genres: row.genres,
    averageRating: row.average_rating,
    posterPath: row.poster_path,
    posterPlaceholder: row.poster_placeholder,
    backdropPath: row.backdrop_path,
    backdropPlaceholder: row.backdrop_placeholder,
  };
}

const toCards = (rows: CardRow[], locale: string) => rows.map((row) => toCard(row, locale));

export function toHome(row: z.output<typeof homeRow>, locale: string): Home {
  return {
    hero: row.hero.map((card) => ({
      ...toCard(card, locale),
      description: card.translations[locale]?.description ?? card.description,
    })),
    trending: toCards(row.trending, locale),
    fresh: toCards(row.fresh, locale),
    rails: row.rails.map((rail) => ({ ...rail, cards: toCards(rail.cards, locale) })),
  };
}

export function toEpisode(row: EpisodeRow): Episode {
  return {
    id: row.id,
    slug: row.slug,
    season: row.season,
    number: row.number,
    title: row.title,
    description: row.description,
    durationSeconds: row.duration_seconds,
    stillPath: row.still_path,
    stillPlaceholder: row.still_placeholder,
    isPlayable: row.is_playable,
  };
}

export function toTitle(row: TitleRow, locale: string): Title {
  return {
    ...toCard(row, locale),
    originalTitle: row.translations[locale]?.title ? row.title : row.original_title,
    description: row.translations[locale]?.description ?? row.description,
    plot: row.plot,
    language: row.language,
    countries: row.countries,
    keywords: row.keywords,
    imdbRating: row.imdb_rating,
    ratingCount: row.rating_count,
    publishedAt: row.published_at,
    isPlayable: row.is_playable,
    category: row.category,
    credits: row.credits.map(({ photo_path: photoPath, ...credit }) => ({ ...credit, photoPath })),
    seasons: toSeasons(row.episodes),
    subtitleLanguages: row.subtitle_languages,
    similar: toCards(row.similar, locale),
  };
}

function toSeasons(rows: EpisodeRow[]): Title["seasons"] {
  const seasons = Map.groupBy(rows, ({ season }) => season);
  return [...seasons].map(([season, episodes]) => ({ season, episodes: episodes.map(toEpisode) }));
}

export function toPerson(row: z.output<typeof personRow>, locale: string): Person {
  return {
    slug: row.slug,
    name: row.name,
    biography: row.biography,
    photoPath: row.photo_path,
    photoPlaceholder: row.photo_placeholder,
    titles: row.titles.map((title) => ({
      ...toCard(title, locale),
      roles: title.roles,
      characters: title.characters,
    })),
  };
}

export function toSearchResults(row: z.output<typeof searchRow>, locale: string): SearchResults {
  return {
    titles: toCards(row.titles, locale),
    people: row.people.map(({ slug, name, photo_path, photo_placeholder }) => ({
      slug,
      name,
      photoPath: photo_path,
      photoPlaceholder: photo_placeholder,
    })),
    genres: row.genres,
  };
}
