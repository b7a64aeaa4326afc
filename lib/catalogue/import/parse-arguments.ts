import { parseArgs } from "node:util";
import { z } from "zod";

export const IMPORT_USAGE = `usage: npm run import -- <file.json or folder> [more …] [--status draft|published] [--maturity 0|7|12|16|18]
       npm run import -- tmdb [slug …] [--language en-US] [--all]`;

const statusSchema = z.enum(["draft", "published"]);
const maturitySchema = z.coerce.number().refine((level) => [0, 7, 12, 16, 18].includes(level));

export type FileImport = {
  source: "files";
  paths: string[];
  status: "draft" | "published";
  maturityRating: number;
};
export type TmdbImport = { source: "tmdb"; slugs: string[]; language: string; isForAll: boolean };

/** Throws a sentence and the usage for anything else. */
export function parseImportArguments(args: string[]): FileImport | TmdbImport {
  const { values, positionals } = parse(args);
  const [first, ...rest] = positionals;
  if (first === undefined) throw new Error(IMPORT_USAGE);
  if (first === "tmdb") {
    return { source: "tmdb", slugs: rest, language: values.language, isForAll: values.all };
  }
  const status = statusSchema.safeParse(values.status);
  if (!status.success)
    throw new Error(`--status is draft or published, not "${values.status}".\n${IMPORT_USAGE}`);
  const maturity = maturitySchema.safeParse(values.maturity);
  if (!maturity.success)
    throw new Error(`--maturity is 0, 7, 12, 16 or 18, not "${values.maturity}".\n${IMPORT_USAGE}`);
  return { source: "files", paths: positionals, status: status.data, maturityRating: maturity.data };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        status: { type: "string", default: "published" },
        maturity: { type: "string", default: "16" },
        language: { type: "string", default: "en-US" },
        all: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${IMPORT_USAGE}`);
  }
}
