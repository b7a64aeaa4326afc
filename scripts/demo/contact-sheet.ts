import { writeFile } from "node:fs/promises";
import { createCanvas } from "@napi-rs/canvas";
import { backdrops, posters } from "./art";
import { POSTER } from "./art/frame";
import { type Artwork, drawFilm, type Film, filmSeconds } from "./film";
import { createSheet } from "./kit/paint";

const CELL = { width: 400, height: 225, across: 4 };
const ROWS = 6;

/** Four moments of each film, six films a sheet, as PNG files `{name}-1.png`, `{name}-2.png`… */
export async function makeContactSheets(films: Film[], slugs: string[], name: string) {
  await artSheet(posters, slugs, POSTER, 0.3, 9, `${name}-posters.png`);
  await artSheet(backdrops, slugs, { width: 1600, height: 900 }, 0.24, 5, `${name}-backdrops.png`);
  for (let page = 0; page * ROWS < films.length; page++) {
    const rows = films.slice(page * ROWS, (page + 1) * ROWS);
    const sheet = createCanvas(CELL.width * CELL.across, CELL.height * rows.length);
    const c = sheet.getContext("2d");
    for (const [row, film] of rows.entries()) {
      for (let i = 0; i < CELL.across; i++) {
        const frame = createSheet(CELL.width, CELL.height);
        drawFilm(frame.c, film, filmSeconds(film) * moments(film, i));
        c.drawImage(frame.canvas, i * CELL.width, row * CELL.height);
      }
    }
    await writeFile(`${name}-${page + 1}.png`, sheet.toBuffer("image/png"));
    console.log(`${name}-${page + 1}.png: ${rows.map((film) => film.slug).join(", ")}`);
  }
}

/** Near the middle of four shots spread over the film. */
function moments(film: Film, i: number): number {
  const shot = Math.floor((i * film.shots.length) / CELL.across);
  const repeats = [0, 1, 2, 3].filter((k) => Math.floor((k * film.shots.length) / CELL.across) === shot);
  const within = (repeats.indexOf(i) + 1) / (repeats.length + 1);
  const before = film.shots.slice(0, shot).reduce((sum, one) => sum + one.seconds, 0);
  return (before + (film.shots[shot]?.seconds ?? 0) * (within + 0.1)) / filmSeconds(film);
}

async function artSheet(
  all: Record<string, Artwork>,
  slugs: string[],
  size: { width: number; height: number },
  scale: number,
  across: number,
  file: string,
) {
  const chosen = Object.entries(all).filter(([slug]) => slugs.length === 0 || slugs.includes(slug));
  if (chosen.length === 0) return;
  const w = Math.round(size.width * scale);
  const h = Math.round(size.height * scale);
  const sheet = createCanvas(w * Math.min(across, chosen.length), h * Math.ceil(chosen.length / across));
  for (const [i, [, draw]] of chosen.entries()) {
    const one = createSheet(w, h, size.width, size.height);
    draw(one.c);
    sheet.getContext("2d").drawImage(one.canvas, (i % across) * w, Math.floor(i / across) * h);
  }
  await writeFile(file, sheet.toBuffer("image/png"));
  console.log(`${file}: ${chosen.map(([slug]) => slug).join(", ")}`);
}
