import { createHash } from "node:crypto";
import path from "node:path";
import type { Pool } from "pg";
import sharp from "sharp";
import { colourPlaceholder } from "@/lib/media/pipeline/placeholder";
import { POSTER_CANDIDATES } from "@/lib/media/pipeline/posters";
import { removeObjects } from "@/lib/media/storage/folder";
import { uploadBytes } from "@/lib/media/storage/upload-file";

/** First pictures of a title, from the film itself; paths in the bucket `artwork`. */
export type Artwork = {
  /** Null when the title has a poster already. */
  posterPath: string | null;
  posterPlaceholder: string | null;
  backdropPath: string;
  backdropPlaceholder: string;
  /** Whole frames that an editor may choose from; none when the title has a poster already. */
  candidates: string[];
};
type Owner = { movieId: string; assetId: string };
type Kind = "poster" | "backdrop" | `candidate-${number}`;

const POSTER = { width: 800, height: 1200 };
const BACKDROP = { width: 1600, height: 900 };
const WEBP = { quality: 82 };

/**
 * Uploads a backdrop cut from the best candidate and, for a title without a poster, a poster and the candidates
 * themselves. Null when the film showed nothing usable.
 */
export async function uploadArtwork(
  pool: Pool,
  folder: string,
  candidates: string[],
  owner: Owner,
): Promise<Artwork | null> {
  const files = candidates.map((name) => path.join(folder, name));
  const best = files[Math.floor((files.length - 1) / 2)];
  if (!best) return null;
  const backdrop = await sharp(best)
    .resize({ ...BACKDROP, fit: "cover" })
    .webp(WEBP)
    .toBuffer();
  const artwork: Artwork = {
    posterPath: null,
    posterPlaceholder: null,
    backdropPath: await put(backdrop, owner, "backdrop"),
    backdropPlaceholder: await colourPlaceholder(backdrop),
    candidates: [],
  };
  if (await hasPoster(pool, owner.movieId)) return artwork;
  const poster = await sharp(best)
    .resize({ ...POSTER, fit: "cover", position: "attention" })
    .webp(WEBP)
    .toBuffer();
  artwork.posterPath = await put(poster, owner, "poster");
  artwork.posterPlaceholder = await colourPlaceholder(poster);
  for (const [number, file] of files.entries()) {
    artwork.candidates.push(await put(await sharp(file).webp(WEBP).toBuffer(), owner, `candidate-${number}`));
  }
  return artwork;
}

/** Takes back what `uploadArtwork` may have left for a film that was never published. */
export async function removeArtwork(owner: Owner): Promise<void> {
  const kinds: Kind[] = ["poster", "backdrop"];
  for (let number = 0; number < POSTER_CANDIDATES; number += 1) kinds.push(`candidate-${number}`);
  await removeObjects(
    "artwork",
    kinds.map((kind) => objectName(owner, kind)),
  );
}

async function hasPoster(pool: Pool, movieId: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    "select from public.movies where id = $1 and poster_path is not null",
    [movieId],
  );
  return rowCount === 1;
}

/** The hash is of the asset, not of the bytes: a repeated attempt writes over the one before it. */
function objectName({ movieId, assetId }: Owner, kind: Kind): string {
  const hash = createHash("sha256").update(`${assetId}/${kind}`).digest("hex").slice(0, 16);
  return `${movieId}/${kind.replace(/-\d+$/, "")}-${hash}.webp`;
}

async function put(image: Buffer, owner: Owner, kind: Kind): Promise<string> {
  const name = objectName(owner, kind);
  await uploadBytes(image, { bucket: "artwork", name, contentType: "image/webp" });
  return name;
}
