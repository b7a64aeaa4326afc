import { createHash } from "node:crypto";
import path from "node:path";
import sharp from "sharp";
import { colourPlaceholder } from "@/lib/media/pipeline/placeholder";
import { uploadBytes } from "@/lib/media/storage/upload-file";

/** First pictures of a title, from the film itself; paths in the bucket `artwork`. */
export type Artwork = {
  posterPath: string;
  posterPlaceholder: string;
  backdropPath: string;
  backdropPlaceholder: string;
  /** Whole frames that an editor may choose from. */
  candidates: string[];
};

const POSTER = { width: 800, height: 1200 };
const BACKDROP = { width: 1600, height: 900 };

/**
 * Uploads the poster candidates and a poster and a backdrop cut from the first. Names carry the content's hash, so a
 * repeated attempt writes the same objects again. Null when the film showed nothing usable.
 */
export async function uploadArtwork(
  folder: string,
  candidates: string[],
  movieId: string,
): Promise<Artwork | null> {
  const files = candidates.map((name) => path.join(folder, name));
  const best = files[Math.floor((files.length - 1) / 2)];
  if (!best) return null;
  const frames = await Promise.all(files.map((file) => sharp(file).webp({ quality: 82 }).toBuffer()));
  const poster = await sharp(best)
    .resize({ ...POSTER, fit: "cover", position: "attention" })
    .webp({ quality: 82 })
    .toBuffer();
  const backdrop = await sharp(best)
    .resize({ ...BACKDROP, fit: "cover" })
    .webp({ quality: 82 })
    .toBuffer();
  return {
    posterPath: await put(poster, movieId, "poster"),
    posterPlaceholder: await colourPlaceholder(poster),
    backdropPath: await put(backdrop, movieId, "backdrop"),
    backdropPlaceholder: await colourPlaceholder(backdrop),
    candidates: await Promise.all(frames.map((frame) => put(frame, movieId, "candidate"))),
  };
}

async function put(image: Buffer, movieId: string, kind: string): Promise<string> {
  const hash = createHash("sha256").update(image).digest("hex").slice(0, 16);
  const name = `${movieId}/${kind}-${hash}.webp`;
  await uploadBytes(image, { bucket: "artwork", name, contentType: "image/webp" });
  return name;
}
