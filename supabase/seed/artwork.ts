import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Pool } from "pg";
import type { ReadyTitle } from "@/lib/catalogue/import/read-titles";
import { colourPlaceholder } from "@/lib/media/pipeline/placeholder";
import { uploadBytes } from "@/lib/media/storage/upload-file";

type Picture = {
  table: "movies" | "episodes";
  id: string;
  column: "poster" | "backdrop" | "still";
  file: string;
};

/** Puts the designed pictures of a title and its episodes into the bucket `artwork`. */
export async function seedArtwork(pool: Pool, folder: string, title: ReadyTitle): Promise<void> {
  for (const picture of await findPictures(pool, title)) await putPicture(pool, folder, picture);
}

async function findPictures(pool: Pool, title: ReadyTitle): Promise<Picture[]> {
  const movie = await pool.query<{ id: string }>("select id from public.movies where slug = $1", [
    title.slug,
  ]);
  const id = movie.rows[0]?.id;
  if (!id) throw new Error(`${title.slug} was not imported`);
  const pictures: Picture[] = [];
  if (title.poster) pictures.push({ table: "movies", id, column: "poster", file: title.poster });
  if (title.backdrop) pictures.push({ table: "movies", id, column: "backdrop", file: title.backdrop });
  if (title.seasons.length === 0) return pictures;
  const { rows } = await pool.query<{ id: string; season: number; number: number }>(
    "select id, season, number from public.episodes where movie_id = $1",
    [id],
  );
  for (const { season, episodes } of title.seasons) {
    for (const { number, still } of episodes) {
      const episode = rows.find((row) => row.season === season && row.number === number);
      if (episode && still)
        pictures.push({ table: "episodes", id: episode.id, column: "still", file: still });
    }
  }
  return pictures;
}

async function putPicture(pool: Pool, folder: string, { table, id, column, file }: Picture): Promise<void> {
  const bytes = await readFile(path.join(folder, file));
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  const name = `${id}/${column}-${hash}.webp`;
  const known = await pool.query(`select from public.${table} where id = $1 and ${column}_path = $2`, [
    id,
    name,
  ]);
  if (known.rowCount) return;
  await uploadBytes(bytes, { bucket: "artwork", name, contentType: "image/webp" });
  await pool.query(
    `update public.${table} set ${column}_path = $2, ${column}_placeholder = $3 where id = $1`,
    [id, name, await colourPlaceholder(bytes)],
  );
}
