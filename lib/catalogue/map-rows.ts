import type { z } from "zod";
import { genreLabel } from "@/lib/catalogue/genre-label";
import { neededPlan, tierNow } from "@/lib/catalogue/policy";
import type {
  CardRow,
  calendarRow,
  collectionsRow,
  EpisodeRow,
  homeRow,
  personRow,
  searchRow,
  TitleRow,
} from "@/lib/catalogue/rows";
import type {
  Calendar,
  Collection,
  Episode,
  Genre,
  Home,
  ListedTitle,
  MovieCard,
  Person,
  Title,
} from "@/lib/catalogue/schema";
import type { SearchResults } from "@/lib/catalogue/search/results";
import type { Locale } from "@/lib/i18n/config";
import type { Tier } from "@/lib/platform/auth/household";
import type { AudienceContext } from "@/lib/platform/auth/types";
import { placeholderColours } from "@/lib/platform/placeholder";

/** Whom an answer is for. What is kept in Redis is kept before this is looked at. */
type Asker = { locale: Locale; tier: Tier | null; country: string | null };

export function askerOf({ viewer, household }: Pick<AudienceContext, "viewer" | "household">): Asker {
  return { locale: viewer.locale, tier: tierNow(household), country: viewer.country };
}

/** A title's own words in the viewer's language where it has them. */
export function toCard(row: CardRow, locale: Locale): MovieCard {
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
    genres: row.genres.map((name) => genreLabel(name, locale)),
    averageRating: row.average_rating,
    posterPath: row.poster_path,
    posterPlaceholder: placeholderColours(row.poster_placeholder),
    backdropPath: row.backdrop_path,
    backdropPlaceholder: placeholderColours(row.backdrop_placeholder),
  };
}

/** Rights of the viewer's own country count; a title with both kinds of windows leaves with the last of them. */
function leavesAt({ leaving }: CardRow, country: string | null): string | null {
  const ends = [country && leaving?.[country], leaving?.any].filter((end) => typeof end === "string");
  return ends.sort().at(-1) ?? null;
}

export function toListed(row: CardRow, { locale, tier, country }: Asker): ListedTitle {
  return {
    id: row.id,
    slug: row.slug,
    type: row.type,
    title: row.translations[locale]?.title ?? row.title,
    year: row.year,
    genres: row.genres.slice(0, 1).map((name) => genreLabel(name, locale)),
    posterPath: row.poster_path,
    posterPlaceholder: placeholderColours(row.poster_placeholder),
    neededPlan: neededPlan(row.access_level, tier),
    leavesAt: leavesAt(row, country),
  };
}

export function toCalendar({ coming, leaving }: z.output<typeof calendarRow>, asker: Asker): Calendar {
  return {
    coming: coming.map((row) => ({
      ...toListed(row, asker),
      tagline: row.translations[asker.locale]?.tagline ?? row.tagline,
      description: row.translations[asker.locale]?.description ?? row.description,
      maturityRating: row.maturity_rating,
      publishedAt: row.published_at,
    })),
    leaving: toList(leaving, asker),
  };
}

export function toCollection(row: z.output<typeof collectionsRow>[number], asker: Asker): Collection {
  const words = row.translations[asker.locale];
  return {
    slug: row.slug,
    title: words?.title ?? row.title,
    description: words?.description ?? row.description,
    count: row.count,
    cards: toList(row.cards, asker),
  };
}

const toGenres = (names: string[], locale: Locale) =>
  names.map((name) => ({ name, label: genreLabel(name, locale) }));

const toList = (rows: CardRow[], asker: Asker) => rows.map((row) => toListed(row, asker));

export function toHome(row: z.output<typeof homeRow>, asker: Asker): Home {
  return {
    hero: row.hero.map((card) => ({
      ...toCard(card, asker.locale),
      description: card.translations[asker.locale]?.description ?? card.description,
    })),
    ...toCalendar(row, asker),
    collections: row.collections.map((collection) => toCollection(collection, asker)),
    trending: toList(row.trending, asker),
    fresh: toList(row.fresh, asker),
    rails: row.rails.map(({ slug, name, cards }) => ({
      slug,
      name: genreLabel(name, asker.locale),
      cards: toList(cards, asker),
    })),
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
    stillPlaceholder: placeholderColours(row.still_placeholder),
    isPlayable: row.is_playable,
  };
}

export function toTitle(row: TitleRow, asker: Asker): Title {
  const { locale, tier } = asker;
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
    category: row.category && { ...row.category, name: genreLabel(row.category.name, locale) },
    genreFilters: toGenres(row.genres, locale),
    credits: row.credits.map(({ photo_path: photoPath, ...credit }) => ({ ...credit, photoPath })),
    seasons: toSeasons(row.episodes),
    subtitleLanguages: row.subtitle_languages,
    audioLanguages: row.audio_languages,
    features: row.features,
    collections: row.collections.map(({ slug, title, translations }) => ({
      slug,
      title: translations[locale]?.title ?? title,
    })),
    leavesAt: leavesAt(row, asker.country),
    similar: toList(row.similar, asker),
    neededPlan: neededPlan(row.access_level, tier),
  };
}

function toSeasons(rows: EpisodeRow[]): Title["seasons"] {
  const seasons = Map.groupBy(rows, ({ season }) => season);
  return [...seasons].map(([season, episodes]) => ({ season, episodes: episodes.map(toEpisode) }));
}

export function toPerson(row: z.output<typeof personRow>, asker: Asker): Person {
  return {
    slug: row.slug,
    name: row.name,
    biography: row.biography,
    photoPath: row.photo_path,
    photoPlaceholder: placeholderColours(row.photo_placeholder),
    titles: row.titles.map((title) => ({
      ...toListed(title, asker),
      roles: title.roles,
      characters: title.characters,
      billing: title.billing,
      views: title.views,
      isPlayable: title.plays,
    })),
  };
}

export function toSearchResults(
  row: z.output<typeof searchRow>,
  asker: Asker,
  genres: Genre[],
): SearchResults {
  return {
    titles: toList(row.titles, asker),
    people: row.people.map(({ slug, name, photo_path, photo_placeholder }) => ({
      slug,
      name,
      photoPath: photo_path,
      photoPlaceholder: placeholderColours(photo_placeholder),
    })),
    episodes: row.episodes.map(({ series, ...episode }) => ({
      ...toEpisode(episode),
      series: { slug: series.slug, title: toListed(series, asker).title },
    })),
    genres,
    meant: row.meant,
    popular: toList(row.popular, asker),
  };
}
