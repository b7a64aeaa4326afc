import { createHash } from "node:crypto";
import process from "node:process";
import type { Pool } from "pg";
import sharp from "sharp";
import { importFiles } from "@/lib/catalogue/import/import-files";
import { importFromTmdb, type PictureKind } from "@/lib/catalogue/import/import-from-tmdb";
import { IMPORT_USAGE, parseImportArguments } from "@/lib/catalogue/import/parse-arguments";
import { TmdbFailure } from "@/lib/catalogue/import/tmdb/client";
import { colourPlaceholder } from "@/lib/media/pipeline/placeholder";
import { uploadBytes } from "@/lib/media/storage/upload-file";
import { log } from "@/lib/platform/log";

const WIDTH = { poster: 800, backdrop: 1600 } as const;
const WEBP_QUALITY = 82;

async function main(args: string[]): Promise<void> {
  if (args.includes("--help") || args.includes("-h")) {
    process.stdout.write(`${IMPORT_USAGE}\n`);
    return;
  }
  const wanted = parseImportArguments(args);
  if (wanted.source === "files") await importFiles(wanted);
  else await importFromTmdb(wanted, keepPicture);
}

/** The name carries a hash of the content, so that a picture may be cached for good. */
async function keepPicture(pool: Pool, movieId: string, kind: PictureKind, bytes: Buffer): Promise<void> {
  const picture = await toWebp(bytes, WIDTH[kind]);
  const hash = createHash("sha256").update(picture).digest("hex").slice(0, 16);
  const name = `${movieId}/${kind}-${hash}.webp`;
  await uploadBytes(picture, { bucket: "artwork", name, contentType: "image/webp" });
  await pool.query(`update public.movies set ${kind}_path = $2, ${kind}_placeholder = $3 where id = $1`, [
    movieId,
    name,
    await colourPlaceholder(picture),
  ]);
}

async function toWebp(bytes: Buffer, width: number): Promise<Buffer> {
  try {
    return await sharp(bytes)
      .resize({ width, withoutEnlargement: true })
      .webp({ quality: WEBP_QUALITY })
      .toBuffer();
  } catch (error) {
    throw new TmdbFailure("its picture cannot be read", { cause: error });
  }
}

function explain(error: unknown): string {
  log.debug({ err: error }, "import failed");
  if ((error as NodeJS.ErrnoException).code === "ECONNREFUSED")
    return "The database does not answer: start everything with npm start first.";
  return error instanceof Error ? error.message : String(error);
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  },
);
