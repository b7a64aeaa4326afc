import { thumbHashToRGBA } from "thumbhash";

const KEPT = 4_000;
const gradients = new Map<string, string | undefined>();

/**
 * A ThumbHash (base64) as a gradient of three colours from its top to its bottom: some 70 bytes in the page where the
 * decoded picture would be 5,000. A broken hash gives nothing.
 */
export function placeholderGradient(hash: string | null | undefined): string | undefined {
  if (!hash) return undefined;
  if (gradients.has(hash)) return gradients.get(hash);
  if (gradients.size >= KEPT) gradients.clear();
  const gradient = toGradient(hash);
  gradients.set(hash, gradient);
  return gradient;
}

function toGradient(hash: string): string | undefined {
  try {
    const { w, h, rgba } = thumbHashToRGBA(Uint8Array.from(atob(hash), (letter) => letter.charCodeAt(0)));
    const bands = [0, 1, 2].map((band) => averageRow(rgba, w, Math.floor((h * (band + 0.5)) / 3)));
    return `linear-gradient(${bands.join(",")})`;
  } catch {
    return undefined;
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
