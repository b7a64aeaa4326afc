import { Cron as Schedule } from "croner";
import { z } from "zod";

const PATH = /^\/api\/cron\/([a-z][a-z-]*)$/;
const MINUTE_MS = 60_000;

export type Cron = { name: string; schedule: string };

const fileSchema = z.object({
  crons: z.array(z.object({ path: z.string().regex(PATH), schedule: z.string() })),
});

/** The crons of vercel.json, which is the one place that says when each runs. */
export function readCrons(file: unknown): Cron[] {
  const { crons } = fileSchema.parse(file);
  return crons.map(({ path, schedule }) => ({ name: PATH.exec(path)?.[1] ?? "", schedule }));
}

/** Five fields, in UTC, as on Vercel. Throws TypeError for what is no schedule. */
const read = (schedule: string) => new Schedule(schedule, { mode: "5-part", timezone: "UTC", paused: true });

/** Whether a schedule names this minute. */
export function isDue(schedule: string, at: Date): boolean {
  return read(schedule).match(new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS));
}

/** When it last fell due before `at`; null for a schedule that names no moment of the past. */
export function lastDue(schedule: string, at: Date): Date | null {
  return read(schedule).previousRuns(1, at)[0] ?? null;
}
