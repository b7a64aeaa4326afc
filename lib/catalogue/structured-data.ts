import type { Title } from "@/lib/catalogue/schema";

/** schema.org's description of a title for search engines; safe inside a script element. */
export function toStructuredData(title: Title): string {
  const people = (role: string) =>
    title.credits.filter((credit) => credit.role === role).map(({ name }) => ({ "@type": "Person", name }));
  const data = {
    "@context": "https://schema.org",
    "@type": title.type === "series" ? "TVSeries" : "Movie",
    name: title.title,
    description: title.description ?? undefined,
    dateCreated: title.year ? String(title.year) : undefined,
    genre: title.genres,
    inLanguage: title.language ?? undefined,
    duration: title.durationSeconds ? `PT${title.durationSeconds}S` : undefined,
    numberOfSeasons: title.type === "series" ? title.seasons.length : undefined,
    director: people("director"),
    actor: people("actor"),
    aggregateRating:
      title.averageRating !== null && title.ratingCount > 0
        ? {
            "@type": "AggregateRating",
            ratingValue: title.averageRating,
            bestRating: 10,
            ratingCount: title.ratingCount,
          }
        : undefined,
  };
  // A title is somebody's input; "</script>" in it must not end the element.
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}
