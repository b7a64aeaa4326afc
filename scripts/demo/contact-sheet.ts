import { writeFile } from "node:fs/promises";
import { createCanvas } from "@napi-rs/canvas";
import { drawFilm, type Film, filmSeconds } from "./film";
import { createSheet } from "./kit/paint";

const CELL = { width: 400, height: 225, across: 4 };
const ROWS = 6;

/** Four moments of each film, six films a sheet, as PNG files `{name}-1.png`, `{name}-2.png`… */
export async function makeContactSheets(films: Film[], _slugs: string[], name: string) {
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
