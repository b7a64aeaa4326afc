// Makes the demo catalogue: node scripts/run.mjs scripts/demo/make.ts [slug…] [--art] [--video] [--audio] [--words] [--contact-sheet[=file]]
// Without a step's name all steps run; without a slug, for every title.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { SingleBar } from "cli-progress";
import { makeArtwork } from "./art";
import { makeContactSheets } from "./contact-sheet";
import { type Film, filmSeconds } from "./film";
import { films } from "./films";
import { registerFonts } from "./kit/fonts";
import { describeStream, packageAudio, packageVideo } from "./package";
import { writeCatalogue, writeSubtitles } from "./words";

const seed = path.resolve(import.meta.dirname, "../../supabase/seed");
const media = path.join(seed, "media");
const STEPS = ["words", "art", "audio", "video"] as const;

async function main() {
  const flags = process.argv.slice(2).filter((one) => one.startsWith("--"));
  const slugs = process.argv.slice(2).filter((one) => !one.startsWith("--"));
  const named = STEPS.filter((step) => flags.includes(`--${step}`));
  const sheet = flags.find((flag) => flag.startsWith("--contact-sheet"));
  const steps = named.length > 0 ? named : sheet ? [] : STEPS;
  const chosen = films.filter(
    (film) => slugs.length === 0 || slugs.some((slug) => film.slug.split("/").includes(slug)),
  );
  const unknown = slugs.filter((slug) => !films.some((film) => film.slug.split("/").includes(slug)));
  if (unknown.length > 0) throw new Error(`no such title: ${unknown.join(", ")}`);

  registerFonts();
  if (steps.includes("words")) await writeCatalogue(path.join(seed, "catalogue.json"));
  await makeFilms(chosen, steps);
  if (steps.includes("art")) await makeArtwork(media, slugs);
  if (sheet)
    await makeContactSheets(chosen, slugs, sheet.split("=")[1] ?? path.join(tmpdir(), "contact-sheet"));
}

async function makeFilms(chosen: Film[], steps: readonly string[]) {
  const scratch = await mkdtemp(path.join(tmpdir(), "cineverse-demo-"));
  const bar = new SingleBar({ format: "{bar} {percentage}% | {eta_formatted} left | {film}" });
  const total = chosen.reduce((sum, film) => sum + filmSeconds(film), 0);
  if (steps.some((step) => step === "video" || step === "audio")) bar.start(total, 0, { film: "" });
  let before = 0;
  for (const film of chosen) {
    const folder = path.join(media, film.slug);
    await mkdir(folder, { recursive: true });
    bar.update(before, { film: film.slug });
    if (steps.includes("words")) await writeSubtitles(film, folder);
    if (steps.includes("audio")) await packageAudio(film, folder, scratch);
    if (steps.includes("video"))
      await packageVideo(film, folder, (share) => bar.update(before + share * filmSeconds(film)));
    if (steps.includes("audio") || steps.includes("video")) await describeStream(film, folder);
    before += filmSeconds(film);
  }
  bar.update(before, { film: "done" });
  bar.stop();
  await rm(scratch, { recursive: true });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
