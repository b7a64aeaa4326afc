import type { Title } from "@/lib/catalogue/schema";

/** What a grown card shows of a title. */
export type Preview = Pick<
  Title,
  | "id"
  | "slug"
  | "type"
  | "title"
  | "year"
  | "durationSeconds"
  | "maturityRating"
  | "genres"
  | "averageRating"
  | "backdropPath"
  | "backdropPlaceholder"
  | "features"
  | "isPlayable"
  | "neededPlan"
> & { text: string | null; seasonCount: number };

export function toPreview(title: Title): Preview {
  return {
    id: title.id,
    slug: title.slug,
    type: title.type,
    title: title.title,
    year: title.year,
    durationSeconds: title.durationSeconds,
    maturityRating: title.maturityRating,
    genres: title.genres.slice(0, 2),
    averageRating: title.averageRating,
    backdropPath: title.backdropPath,
    backdropPlaceholder: title.backdropPlaceholder,
    features: title.features,
    isPlayable: title.isPlayable,
    neededPlan: title.neededPlan,
    text: title.tagline ?? title.description?.slice(0, 240) ?? null,
    seasonCount: title.seasons.length,
  };
}
