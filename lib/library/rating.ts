export const RATING_MAXIMUM = 10;
const STEP = 0.5;

/** The nearest half between 0 and 10. */
export function toRating(value: number): number {
  return Math.min(RATING_MAXIMUM, Math.max(0, Math.round(value / STEP) * STEP));
}

/** What a key of a slider does to a rating; undefined for a key that means nothing here, null takes the rating back. */
export function ratingByKey(key: string, rating: number | null): number | null | undefined {
  const now = rating ?? 0;
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return toRating(rating === null ? STEP : now + STEP);
    case "ArrowLeft":
    case "ArrowDown":
      return toRating(now - STEP);
    case "PageUp":
      return toRating(now + 1);
    case "PageDown":
      return toRating(now - 1);
    case "Home":
      return 0;
    case "End":
      return RATING_MAXIMUM;
    case "Backspace":
    case "Delete":
      return null;
    default:
      return undefined;
  }
}

/** A number as it is typed, "7", "7." or "7,5"; undefined while it is none, or none of these. */
export function ratingByText(typed: string): number | undefined {
  if (!/^(10|\d)([.,]\d?)?$/.test(typed)) return undefined;
  return toRating(Number(typed.replace(",", ".")));
}
