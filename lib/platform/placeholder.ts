import { thumbHashToRGBA } from "thumbhash";

const KEPT = 4_000;
const known = new Map<string, string | null>();

/**
 * A ThumbHash (base64) as three colours from its top to its bottom, for a gradient: 23 bytes in the page where the
 * decoded picture would be 5,000. A broken hash gives nothing.
 */
export function placeholderColours(hash: string | null): string | null {
  if (!hash) return null;
  const before = known.get(hash);
  if (before !== undefined) return before;
  if (known.size >= KEPT) known.clear();
  const colours = toColours(hash);
  known.set(hash, colours);
  return colours;
}

function toColours(hash: string): string | null {
  try {
    const { w, h, rgba } = thumbHashToRGBA(Uint8Array.from(atob(hash), (letter) => letter.charCodeAt(0)));
    const bands = [0, 1, 2].map((band) => averageRow(rgba, w, Math.floor((h * (band + 0.5)) / 3)));
    return bands.join(",");
  } catch {
    return null;
  }
}

function averageRow(rgba: Uint8Array, width: number, row: number): string {
  const sums = [0, 0, 0];
  for (let x = 0; x < width; x++) {
    for (const channel of [0, 1, 2])
      sums[channel] = (sums[channel] ?? 0) + (rgba[(row * width + x) * 4 + channel] ?? 0);
  }
  return `#${sums
    .map((sum) =>
      Math.round(sum / width)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}
