import { parseArgs } from "node:util";
import { z } from "zod";
import { MediaError } from "@/lib/media/errors";

export const USAGE = `Usage: npm run ingest -- <file or folder> [options]

  --title <text>         title of the film or episode (from the file's name otherwise)
  --year <year>          year of release
  --access <level>       free, basic or premium (free)
  --maturity <age>       0, 7, 12, 16 or 18 (16)
  --description <text>   what it is about
  --genre <text>         may be given several times
  --language <code>      original language, such as en or vi
  --series <title>       the series that the file belongs to
  --season <number>      (from names like S01E02 otherwise)
  --episode <number>
  --to <address>         a title that is there without its film: the last part of /title/…
  --again                make a second title of a file that is there already
  --queue                do not wait: leave the work to \`npm run worker\`
  --help`;

const whole = (name: string, low: number, high: number) =>
  z.coerce
    .number(`--${name} must be a whole number`)
    .int(`--${name} must be a whole number`)
    .min(low, `--${name} must be at least ${low}`)
    .max(high, `--${name} must be at most ${high}`)
    .optional();

const ACCESS = ["free", "basic", "premium"] as const;
const MATURITY = ["0", "7", "12", "16", "18"] as const;

const valuesSchema = z
  .object({
    title: z
      .string()
      .trim()
      .min(1, "--title must not be empty")
      .max(300, "--title may be 300 characters long")
      .optional(),
    year: whole("year", 1870, 2200),
    access: z.enum(ACCESS, "--access must be free, basic or premium").default("free"),
    maturity: z.enum(MATURITY, "--maturity must be 0, 7, 12, 16 or 18").default("16").transform(Number),
    description: z.string().trim().max(5000, "--description may be 5,000 characters long").optional(),
    genre: z.array(z.string().trim().min(1).max(60)).max(30, "--genre may be given 30 times").default([]),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "--language must be a code such as en or pt-BR")
      .optional(),
    series: z
      .string()
      .trim()
      .min(1, "--series must not be empty")
      .max(300, "--series may be 300 characters long")
      .optional(),
    season: whole("season", 0, 200),
    episode: whole("episode", 0, 5000),
    to: z
      .string()
      .regex(/^[a-z0-9-]{1,200}$/, "--to takes the last part of a title's address, such as night-train-1999")
      .optional(),
    again: z.boolean().default(false),
    queue: z.boolean().default(false),
  })
  .refine(
    (values) => values.series !== undefined || values.season === undefined || values.episode === undefined,
    {
      message: "--season and --episode need --series",
    },
  );

export type IngestOptions = z.output<typeof valuesSchema>;

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;
/** What the title has already where `--to` names one. */
const FACTS = [
  "title",
  "year",
  "access",
  "maturity",
  "description",
  "genre",
  "language",
  "series",
  "season",
  "episode",
] as const;
const OPTIONS = {
  title: text,
  year: text,
  access: text,
  maturity: text,
  description: text,
  language: text,
  series: text,
  season: text,
  episode: text,
  to: text,
  genre: { type: "string", multiple: true },
  again: flag,
  queue: flag,
  help: flag,
} as const;

/** Reads the command line; null asks for help. Throws a MediaError (`input`) that says which word is wrong. */
export function readArguments(argv: string[]): { path: string; options: IngestOptions } | null {
  const { values, positionals } = parse(argv);
  if (values.help) return null;
  const [path, surplus] = positionals;
  if (!path) throw new MediaError("input", `Name a video file or a folder of them.\n\n${USAGE}`);
  if (surplus)
    throw new MediaError(
      "input",
      `One file or folder at a time, please: “${surplus}” is too much. Put a name with spaces in quotes.`,
    );
  const fact = values.to === undefined ? undefined : FACTS.find((name) => values[name] !== undefined);
  if (fact)
    throw new MediaError(
      "input",
      `--${fact} does not go with --to: the title has its facts already. Leave it out.`,
    );
  const parsed = valuesSchema.safeParse(values);
  if (!parsed.success)
    throw new MediaError("input", `${parsed.error.issues[0]?.message ?? "The options are wrong"}.`);
  return { path, options: parsed.data };
}

function parse(argv: string[]) {
  try {
    return parseArgs({ args: argv, options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    const [first = "The options are wrong"] = (error as Error).message.split(/[.\n]/);
    throw new MediaError("input", `${first}. Run it with --help to see every option.`, { cause: error });
  }
}
