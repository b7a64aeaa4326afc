import { readdir } from "node:fs/promises";
import path from "node:path";
import { toLanguage } from "@/lib/media/pipeline/language";
import type { SubtitleTrack } from "@/lib/media/schema";

export const SIDE_FORMATS = ["srt", "vtt", "ass", "ssa"] as const;
export type SideFile = {
  path: string;
  format: (typeof SIDE_FORMATS)[number];
  language: string;
  kind: SubtitleTrack["kind"];
};

const KINDS: Record<string, SubtitleTrack["kind"]> = {
  sdh: "sdh",
  hi: "sdh",
  cc: "captions",
  captions: "captions",
};

/** Words that other programs put into such names and that change nothing here. */
const NEUTRAL = ["default", "forced", "full", "und"];

/** Subtitle files that lie beside a film and share its name: `film.srt`, `film.en.srt`, `film.pt-BR.sdh.vtt`. */
export async function findSideFiles(videoPath: string): Promise<SideFile[]> {
  const folder = path.dirname(videoPath);
  const stem = path.parse(videoPath).name;
  const entries = await readdir(folder, { withFileTypes: true });
  // A link may lead out of the folder, or to what never ends: only files lie beside a film.
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  return names.sort().flatMap((name) => {
    const side = parseSideName(name, stem);
    return side ? [{ ...side, path: path.join(folder, name) }] : [];
  });
}

/** What a file's name says about it; null when it does not belong to the film called `stem`. */
export function parseSideName(name: string, stem: string): Omit<SideFile, "path"> | null {
  const format = SIDE_FORMATS.find((known) => name.toLowerCase().endsWith(`.${known}`));
  if (!format) return null;
  const base = name.slice(0, -format.length - 1);
  if (base !== stem && !base.startsWith(`${stem}.`)) return null;
  const side: Omit<SideFile, "path"> = { format, language: "und", kind: "subtitles" };
  for (const part of base
    .slice(stem.length + 1)
    .split(".")
    .filter(Boolean)) {
    const kind = KINDS[part.toLowerCase()];
    if (kind && !(part.toLowerCase() === "hi" && side.language === "und")) side.kind = kind;
    else if (toLanguage(part) !== "und") side.language = toLanguage(part);
    else if (!NEUTRAL.includes(part.toLowerCase())) return null;
  }
  return side;
}
