import { z } from "zod";

const FIELDS = [
  { from: 0, to: 59, read: (at: Date) => at.getUTCMinutes() },
  { from: 0, to: 23, read: (at: Date) => at.getUTCHours() },
  { from: 1, to: 31, read: (at: Date) => at.getUTCDate() },
  { from: 1, to: 12, read: (at: Date) => at.getUTCMonth() + 1 },
  { from: 0, to: 6, read: (at: Date) => at.getUTCDay() },
] as const;

const PATH = /^\/api\/cron\/([a-z][a-z-]*)$/;

export type Cron = { name: string; schedule: string };

const fileSchema = z.object({
  crons: z.array(z.object({ path: z.string().regex(PATH), schedule: z.string() })),
});

/** The crons of vercel.json, which is the one place that says when each runs. */
export function readCrons(file: string): Cron[] {
  const { crons } = fileSchema.parse(JSON.parse(file));
  return crons.map(({ path, schedule }) => ({ name: PATH.exec(path)?.[1] ?? "", schedule }));
}

/** Whether a schedule of five fields names this minute, in UTC as on Vercel. Knows `*`, numbers, lists and steps. */
export function isDue(schedule: string, at: Date): boolean {
  const words = schedule.trim().split(/\s+/);
  if (words.length !== FIELDS.length) throw new Error(`"${schedule}" is no schedule of five fields`);
  return FIELDS.every((field, index) => isNamed(words[index] ?? "", field, field.read(at)));
}

function isNamed(word: string, { from, to }: { from: number; to: number }, value: number): boolean {
  return word.split(",").some((part) => {
    if (part === "*") return true;
    const step = /^\*\/(\d+)$/.exec(part)?.[1];
    if (step && Number(step) > 0) return (value - from) % Number(step) === 0;
    const number = /^\d+$/.test(part) ? Number(part) : Number.NaN;
    if (!(number >= from && number <= to)) throw new Error(`"${part}" is not understood in a schedule`);
    return number === value;
  });
}
