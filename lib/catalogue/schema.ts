import { z } from "zod";
import {
  ACCESS_LEVELS,
  type CREDIT_ROLES,
  LENGTHS,
  MOST_PAGES,
  MOVIE_TYPES,
  SORTS,
} from "@/lib/catalogue/choices";
import { MATURITY_LEVELS } from "@/lib/platform/auth/maturity";
import { cursorSchema } from "@/lib/platform/cursor";

export const BROWSE_PAGE_SIZE = 36;
const SEARCH_MAXIMUM_LENGTH = 100;

const slug = z
  .string()
  .max(200)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
/** A year, or ten of them: "1994", "1990s". */
const years = z.string().regex(/^(?:18[7-9]|19\d|20\d|21\d)(?:\d|0s)$/);
const maturity = z.string().regex(/^\d+$/).transform(Number).pipe(z.literal(MATURITY_LEVELS));
const flag = z.literal("1").optional().catch(undefined);

export const slugParams = z.object({ slug });

/** Postgres's texts hold no NUL and no half of a pair of surrogates. */
function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}

/** The filters of browse, as they stand in its address; what makes no sense there is left out, never an error. */
export const browseFilters = z.object({
  type: z.enum(MOVIE_TYPES).optional().catch(undefined),
  genre: z.string().trim().min(1).max(60).refine(isStorable).optional().catch(undefined),
  category: slug.optional().catch(undefined),
  language: z
    .string()
    .max(35)
    .regex(/^[A-Za-z-]+$/)
    .optional()
    .catch(undefined),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  years: years.optional().catch(undefined),
  length: z.enum(LENGTHS).optional().catch(undefined),
  maturity: maturity.optional().catch(undefined),
  access: z.enum(ACCESS_LEVELS).optional().catch(undefined),
  watchable: flag,
  subtitles: flag,
  sdh: flag,
  description: flag,
  sort: z.enum(SORTS).default("newest").catch("newest"),
});

/** What the value of a cursor looks like in each order; timestamps are as Postgres writes them. */
const CURSOR_VALUES: Record<(typeof SORTS)[number], RegExp> = {
  newest: /^\d{4,5}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/,
  popular: /^\d{1,9}$/,
  rating: /^\d{1,2}(\.\d{1,17})?$/,
  year: /^\d{1,4}$/,
  title: /^/,
  length: /^\d{1,9}$/,
};

export const browseQuery = browseFilters
  .extend({
    cursor: cursorSchema.optional(),
    /** How many pages to begin with: a reload brings back what was there. */
    pages: z.coerce.number().int().min(1).max(MOST_PAGES).catch(1).default(1),
  })
  .refine(({ sort, cursor }) => !cursor || CURSOR_VALUES[sort].test(cursor[0]), {
    path: ["cursor"],
    message: "platform.errors.field",
  });

export const searchQuery = z.object({
  q: z.string().trim().max(SEARCH_MAXIMUM_LENGTH).refine(isStorable).default(""),
});

export type BrowseFilters = z.output<typeof browseFilters>;
export type MovieType = (typeof MOVIE_TYPES)[number];
export type CreditRole = (typeof CREDIT_ROLES)[number];
export type AccessLevel = (typeof ACCESS_LEVELS)[number];
export type PaidLevel = Exclude<AccessLevel, "free">;

/** A title in short. Paths are of the bucket artwork; placeholders are three colours from top to bottom, for CSS. */
export type MovieCard = {
  id: string;
  slug: string;
  type: MovieType;
  title: string;
  tagline: string | null;
  year: number | null;
  durationSeconds: number | null;
  maturityRating: number;
  accessLevel: AccessLevel;
  genres: string[];
  averageRating: number | null;
  posterPath: string | null;
  posterPlaceholder: string | null;
  backdropPath: string | null;
  backdropPlaceholder: string | null;
};

/** What a list shows of a title and no more: it travels to browsers by the dozen. */
export type ListedTitle = Pick<
  MovieCard,
  "id" | "slug" | "type" | "title" | "year" | "genres" | "posterPath" | "posterPlaceholder"
> & {
  /** The plan that whoever asks lacks for it. */
  neededPlan: PaidLevel | null;
  /** When it leaves here, where that is within thirty days; ISO 8601. */
  leavesAt: string | null;
};

/** A title that is announced and not there yet: it leads nowhere, and has a day. */
export type ComingTitle = ListedTitle & {
  tagline: string | null;
  description: string | null;
  maturityRating: number;
  publishedAt: string;
};

export type Calendar = { coming: ComingTitle[]; leaving: ListedTitle[] };

export type Collection = {
  slug: string;
  title: string;
  description: string | null;
  count: number;
  cards: ListedTitle[];
};

/** A genre as filters know it, and as people read it. */
export type Genre = { name: string; label: string };

export type HeroCard = MovieCard & { description: string | null };
export type CategoryRail = { slug: string; name: string; cards: ListedTitle[] };
export type Home = {
  hero: HeroCard[];
  trending: ListedTitle[];
  fresh: ListedTitle[];
  rails: CategoryRail[];
  /** Each with its first posters only. */
  collections: Collection[];
} & Calendar;
/** What of home is below the first screens. */
export type LaterRows = Pick<Home, "coming" | "leaving" | "collections" | "rails">;
export type BrowsePage = { cards: ListedTitle[]; nextCursor: string | null };

/** One choice of a filter: its value in the address, and how many titles it leaves under the other filters. */
export type Choice = { value: string; label: string; count: number };

/** What the filters of browse offer, each under the others; words are in the viewer's language. */
export type Facets = {
  total: number;
  genres: Choice[];
  languages: Choice[];
  countries: Choice[];
  /** Decades, newest first; the years of the chosen one follow it. */
  years: Choice[];
  types: Choice[];
  access: Choice[];
  lengths: Choice[];
  maturity: Choice[];
  features: Choice[];
  categories: (Choice & { description: string | null })[];
};

export type Episode = {
  id: string;
  slug: string;
  season: number;
  number: number;
  title: string;
  description: string | null;
  durationSeconds: number | null;
  stillPath: string | null;
  stillPlaceholder: string | null;
  isPlayable: boolean;
};

export type Credit = {
  slug: string;
  name: string;
  photoPath: string | null;
  role: CreditRole;
  character: string | null;
};

export type Title = MovieCard & {
  originalTitle: string | null;
  description: string | null;
  plot: string | null;
  language: string | null;
  countries: string[];
  genreFilters: Genre[];
  keywords: string[];
  imdbRating: number | null;
  ratingCount: number;
  publishedAt: string | null;
  isPlayable: boolean;
  category: { slug: string; name: string } | null;
  credits: Credit[];
  seasons: { season: number; episodes: Episode[] }[];
  subtitleLanguages: string[];
  audioLanguages: string[];
  /** Of FEATURES: subtitles, sdh, audio_description. */
  features: string[];
  collections: Pick<Collection, "slug" | "title">[];
  leavesAt: string | null;
  similar: ListedTitle[];
  /** The plan that whoever asks lacks for it. */
  neededPlan: PaidLevel | null;
};

export type Person = {
  slug: string;
  name: string;
  biography: string | null;
  photoPath: string | null;
  photoPlaceholder: string | null;
  titles: Part[];
};

/** Somebody's part in a title. */
export type Part = ListedTitle & {
  roles: CreditRole[];
  characters: string[];
  /** How far up their name stands in the credits, from 0. */
  billing: number;
  views: number;
  isPlayable: boolean;
};
