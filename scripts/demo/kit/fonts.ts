import path from "node:path";
import { GlobalFonts } from "@napi-rs/canvas";

const modules = path.resolve(import.meta.dirname, "../../../node_modules");
const variable = {
  Inter: "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  Bricolage: "@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2",
};
const fixed: Record<string, string[]> = {
  "playfair-display": ["latin-400-italic", "latin-700-normal", "latin-900-normal"],
  "bebas-neue": ["latin-400-normal"],
  "abril-fatface": ["latin-400-normal"],
  limelight: ["latin-400-normal"],
  monoton: ["latin-400-normal"],
  rye: ["latin-400-normal"],
  "special-elite": ["latin-400-normal"],
  "yeseva-one": ["latin-400-normal", "vietnamese-400-normal"],
  shrikhand: ["latin-400-normal"],
  "poiret-one": ["latin-400-normal"],
  bungee: ["latin-400-normal"],
  orbitron: ["latin-400-normal", "latin-800-normal"],
  "dm-serif-display": ["latin-400-normal", "latin-400-italic"],
  caveat: ["latin-400-normal", "latin-700-normal"],
};

/** Registers every typeface under its package's name in words: "Playfair Display". Italics are "… Italic". */
export function registerFonts() {
  for (const [name, file] of Object.entries(variable)) register(file, name);
  for (const [name, files] of Object.entries(fixed)) {
    const family = name.replace(
      /(^|-)(.)/g,
      (_, dash: string, first: string) => (dash ? " " : "") + first.toUpperCase(),
    );
    for (const file of files) {
      register(
        `@fontsource/${name}/files/${name}-${file}.woff2`,
        file.includes("italic") ? `${family} Italic` : family,
      );
    }
  }
}

function register(file: string, family: string) {
  if (!GlobalFonts.registerFromPath(path.join(modules, file), family))
    throw new Error(`cannot load the font ${file}`);
}
