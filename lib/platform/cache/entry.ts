import { z } from "zod";

/** A value as Redis holds it: of when it is, how long it serves, and the versions of its tags when its load began. */
const entrySchema = z.object({
  value: z.unknown(),
  madeAt: z.number(),
  freshUntil: z.number(),
  servedUntil: z.number(),
  versions: z.array(z.string()),
});

export type Entry = z.output<typeof entrySchema>;
/** Null: nobody has set a version, or Redis has let go of it. */
export type Version = string | null;
export type Found = { stored: unknown; versions: Version[] };
export type Usable<Value> = { value: Value; isFresh: boolean };

const foundSchema = z.tuple([z.unknown()]).rest(z.string().nullable());

/** The answer to an MGET of a key and its tags. Throws for what no Redis answers. */
export function parseFound(answer: unknown, tags: number): Found {
  const [stored, ...versions] = foundSchema.parse(answer);
  if (versions.length !== tags) throw new Error("Redis answered another question");
  return { stored, versions };
}

export type Verdict<Value> = Usable<Value> | "absent" | "old" | "rubbish";

/** Whether what was found may be served. What counts without a version is nothing: the write may have been forgotten, too. */
export function judge<Schema extends z.ZodType>(
  { stored, versions }: Found,
  schema: Schema,
  { now, notBefore }: { now: number; notBefore: number },
): Verdict<z.output<Schema>> {
  if (stored === null || stored === undefined) return "absent";
  const entry = entrySchema.safeParse(stored).data;
  if (!entry || entry.versions.length !== versions.length) return "rubbish";
  const isCurrent = versions.every((version, at) => version !== null && version === entry.versions[at]);
  if (!isCurrent || entry.servedUntil <= now || entry.madeAt < notBefore) return "old";
  const parsed = schema.safeParse(entry.value);
  return parsed.success ? { value: parsed.data, isFresh: entry.freshUntil > now } : "rubbish";
}
