const LONG = 40;

/** A long title would fill the screen at the size that suits a short one. */
export function heroSize(title: string): "text-hero" | "text-hero-long" {
  return title.length > LONG ? "text-hero-long" : "text-hero";
}
