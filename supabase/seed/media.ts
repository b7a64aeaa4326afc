import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Pool } from "pg";
import type { ReadyTitle } from "@/lib/catalogue/import/read-titles";
import { uploadPackage } from "@/lib/media/storage/upload-package";
import type { EpisodePlan } from "@/lib/media/work/job";
import { publishAsset } from "@/lib/media/work/publish";

type Film = { media: string; episode: EpisodePlan | null };

/** Uploads the packaged film of a title, or of each of its episodes, and makes it watchable. */
export async function seedMedia(pool: Pool, folder: string, title: ReadyTitle): Promise<void> {
  const films = listFilms(title);
  if (films.length === 0) return;
  const { rows } = await pool.query<{ id: string }>("select id from public.movies where slug = $1", [
    title.slug,
  ]);
  const movieId = rows[0]?.id;
  if (!movieId) throw new Error(`${title.slug} was not imported`);
  for (const film of films)
    await seedFilm(pool, path.join(folder, film.media), { movieId, episode: film.episode });
}

function listFilms(title: ReadyTitle): Film[] {
  const films: Film[] = title.media ? [{ media: title.media, episode: null }] : [];
  for (const { season, episodes } of title.seasons) {
    for (const { number, title: name, media } of episodes) {
      if (media) films.push({ media, episode: { season, number, title: name } });
    }
  }
  return films;
}

async function seedFilm(pool: Pool, folder: string, owner: { movieId: string; episode: EpisodePlan | null }) {
  const assetId = await assetIdOf(folder, owner);
  const ready = await pool.query("select from public.video_assets where id = $1 and status = 'ready'", [
    assetId,
  ]);
  if (ready.rowCount) return;
  const stream = await uploadPackage(folder, assetId);
  await pool.query(
    "insert into public.video_assets (id, movie_id, status) values ($1, $2, 'transcoding') on conflict (id) do nothing",
    [assetId, owner.episode ? null : owner.movieId],
  );
  await publishAsset(pool, { assetId, ...owner, stream, artwork: null, attempt: null });
}

/** The same film of the same title has the same id, so that a repeated seed finds it and a changed film is a new asset. */
async function assetIdOf(
  folder: string,
  { movieId, episode }: { movieId: string; episode: EpisodePlan | null },
) {
  const description = await readFile(path.join(folder, "stream.json"));
  const hash = createHash("sha256")
    .update(`${movieId} ${episode?.season} ${episode?.number} `)
    .update(description)
    .digest("hex");
  const variant = "89ab"[Number.parseInt(hash.charAt(16), 16) % 4];
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
