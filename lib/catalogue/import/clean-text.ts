/** Style sheets that wiki exports leave in titles, such as `.mw-parser-output .frac{white-space:nowrap}`. */
const STYLE_RESIDUE = /\.mw-parser-output[^{}]*\{[^{}]*\}|@media[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must go; Postgres takes no NUL.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;

/** One line of readable text, cut to `maximum` characters at a word. */
export function cleanLine(text: string, maximum: number): string {
  const line = text
    .replace(STYLE_RESIDUE, " ")
    .replace(CONTROL, "")
    .toWellFormed()
    .replace(/\s+/g, " ")
    .trim();
  if (line.length <= maximum) return line;
  const cut = line.slice(0, maximum - 1);
  return `${cut
    .slice(0, Math.max(cut.lastIndexOf(" "), maximum / 2))
    .toWellFormed()
    .trimEnd()}…`;
}

/** ASCII words joined by hyphens; a text in a script without ASCII letters keeps its code points in hexadecimal. */
export function toSlug(text: string, maximum = 150): string {
  const ascii = text
    .replace(/[đĐ]/g, "d")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, maximum)
    .replace(/^-+|-+$/g, "");
  if (ascii !== "") return ascii;
  return (
    Array.from(text.trim().toLowerCase())
      .slice(0, 20)
      .map((character) => character.codePointAt(0)?.toString(16))
      .join("-") || "untitled"
  );
}
