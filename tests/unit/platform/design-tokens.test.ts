import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../../..");

/** Pictures that are drawn in code, and pages that have to bring their own colours because no stylesheet is there. */
const PAINTED = [
  "components/ui/avatar.tsx",
  "components/catalogue/typographic-poster.tsx",
  "components/accounts/projector.tsx",
  "app/global-error.tsx",
  "app/tokens.css",
];

const files = ["app", "components"].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(tsx?|css)$/.test(name) && !name.startsWith("api/"))
    .map((name) => `${folder}/${name.replaceAll(path.sep, "/")}`),
);

function findAll(pattern: RegExp, skipped: string[] = []): string[] {
  return files
    .filter((file) => !skipped.includes(file))
    .flatMap((file) =>
      [...readFileSync(path.join(ROOT, file), "utf8").matchAll(pattern)].map(
        ([found]) => `${file}: ${found}`,
      ),
    );
}

describe("one scale of type, one of space, one set of colours", () => {
  it("there are files to look at", () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files).toContain("components/ui/button.tsx");
  });

  it("a text's size is one of the scale's, never one of its own", () => {
    // A poster set in type is measured by the poster; subtitles are measured by the picture.
    const own = /\btext-\[(?!\d+cqi|color:|var\()[^\]]*\]|\bfont-size:\s*[\d.]+(px|rem|em)/g;
    expect(findAll(own, ["components/playback/captions.tsx", "components/playback/player.css"])).toEqual([]);
  });

  it("a space is a step of the scale, never a number of pixels of its own", () => {
    expect(findAll(/(?<![\w-])-?(?:[mp][trblxyse]?|gap(?:-[xy])?|space-[xy])-\[[\d.]+(?:px|rem)\]/g)).toEqual(
      [],
    );
  });

  it("a colour is named in the tokens", () => {
    const classes =
      /\b(?:bg|text|border|ring|fill|stroke|from|via|to|outline|decoration)-\[(?:#|rgb|hsl|okl)[^\]]*\]/g;
    expect(findAll(classes, PAINTED)).toEqual([]);
    const literals = /(?:oklch|hsl)\([^)]*\)|["'(\s]#[0-9a-f]{6}\b/gi;
    expect(
      findAll(literals, [...PAINTED, "app/[locale]/layout.tsx", "components/playback/player.css"]),
    ).toEqual([]);
  });

  it("every colour of the light theme has its answer in the dark one", () => {
    const tokens = readFileSync(path.join(ROOT, "app/tokens.css"), "utf8");
    for (const name of [
      "canvas",
      "surface",
      "raised",
      "line",
      "ink",
      "ink-soft",
      "ink-faint",
      "accent-ink",
      "focus",
    ])
      expect(tokens).toMatch(new RegExp(`--${name}: light-dark\\(`));
  });
});
