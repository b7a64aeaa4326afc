import { writeFile } from "node:fs/promises";
import path from "node:path";
import { drawFilm, filmSeconds } from "../film";
import { films } from "../films";
import { createSheet } from "../kit";
import { backdrops } from "./backdrops";
import { POSTER } from "./frame";
import { adventurePosters } from "./posters-adventure";
import { comedyPosters } from "./posters-comedy";
import { crimePosters } from "./posters-crime";
import { dramaPosters } from "./posters-drama";
import { familyPosters } from "./posters-family";
import { horrorPosters } from "./posters-horror";
import { romancePosters } from "./posters-romance";
import { spacePosters } from "./posters-space";

export const posters = {
  ...dramaPosters,
  ...romancePosters,
  ...adventurePosters,
  ...spacePosters,
  ...crimePosters,
  ...horrorPosters,
  ...familyPosters,
  ...comedyPosters,
};
export { backdrops };

/** Writes poster.webp and backdrop.webp of each title and still.webp of each episode. */
export async function makeArtwork(media: string, slugs: string[]) {
  const wanted = (slug: string) => slugs.length === 0 || slugs.some((one) => slug.split("/").includes(one));
  for (const [slug, draw] of Object.entries(posters).filter(([slug]) => wanted(slug))) {
    const { canvas, c } = createSheet(800, 1200, POSTER.width, POSTER.height);
    draw(c);
    await writeFile(path.join(media, slug, "poster.webp"), await canvas.encode("webp", 84));
  }
  for (const [slug, draw] of Object.entries(backdrops).filter(([slug]) => wanted(slug))) {
    const { canvas, c } = createSheet(1600, 900);
    draw(c);
    await writeFile(path.join(media, slug, "backdrop.webp"), await canvas.encode("webp", 82));
  }
  for (const film of films.filter((one) => one.slug.includes("/") && wanted(one.slug))) {
    const { canvas, c } = createSheet(640, 360);
    // The third shot before its name appears: the picture that the episode is about.
    drawFilm(c, film, filmSeconds(film) - (film.shots.at(-1)?.seconds ?? 0) * 0.52);
    await writeFile(path.join(media, film.slug, "still.webp"), await canvas.encode("webp", 82));
  }
}
