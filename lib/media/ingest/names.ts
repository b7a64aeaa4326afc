export type FileFacts = { title: string; year: number | null; episode: EpisodeFacts | null };
export type EpisodeFacts = { series: string; season: number; number: number; title: string | null };

export const VIDEO_EXTENSIONS = [
  ".mp4",
  ".m4v",
  ".mov",
  ".mkv",
  ".webm",
  ".avi",
  ".mpg",
  ".mpeg",
  ".ts",
  ".m2ts",
  ".mts",
  ".wmv",
  ".flv",
  ".ogv",
  ".3gp",
  ".mxf",
];
const EPISODE = /^(.*?)[ ._-]*\bs(\d{1,2})[ ._-]?e(\d{1,4})\b[ ._-]*(.*)$/i;
const EPISODE_BY_CROSS = /^(.*?)[ ._-]+(\d{1,2})x(\d{2,3})\b[ ._-]*(.*)$/i;
/** Where the words of a release begin, nothing more belongs to the title. */
const RELEASE_WORDS =
  /[ ([]+(?:\d{3,4}[pi]|[48]k|uhd|hdr\d*|bluray|blu-ray|bdrip|brrip|web-?dl|webrip|hdtv|dvdrip|remux|x26[45]|h\.?26[45]|hevc|av1|xvid|aac|ac3|dts|proper|repack|extended)\b.*$/i;
const YEAR = /^(.+?)[ ([]+((?:19|20)\d\d)(?:[)\] ].*)?$/;

/** What a file's name says: "Film (1999).mkv", "Show.Name.S01E02.The.Start.1080p.mp4", "Show 1x02.avi". */
export function readFileName(stem: string): FileFacts {
  const match = EPISODE.exec(stem) ?? EPISODE_BY_CROSS.exec(stem);
  if (match) {
    const { title: series } = titleAndYear(match[1] ?? "");
    const own = titleAndYear(match[4] ?? "").title;
    const episode = { series, season: Number(match[2]), number: Number(match[3]), title: own || null };
    return { title: own || series, year: null, episode };
  }
  const { title, year } = titleAndYear(stem);
  return { title: title || stem.trim() || "Untitled", year, episode: null };
}

function titleAndYear(text: string): { title: string; year: number | null } {
  const isDotted = !text.includes(" ");
  const spaced = (isDotted ? text.replace(/[._]+/g, " ") : text.replaceAll("_", " ")).replace(
    RELEASE_WORDS,
    "",
  );
  const match = YEAR.exec(spaced);
  const title = (match?.[1] ?? spaced).replace(/[\p{C}\s]+/gu, " ").replace(/^[ .-]+|[ .([-]+$/g, "");
  return { title: title.slice(0, 300), year: match?.[2] ? Number(match[2]) : null };
}

/** A title as an address: letters without their marks; `fallback` where nothing is left. */
export function toSlug(title: string, fallback: string): string {
  const plain = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .replace(/ß/g, "ss")
    .toLowerCase();
  const slug = plain
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 160);
  return slug.replace(/-+$/, "") || fallback;
}
