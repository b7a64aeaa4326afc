import type { getFormatter } from "next-intl/server";

type Format = Awaited<ReturnType<typeof getFormatter>>;

const UNITS = [
  { unit: "day", seconds: 86_400 },
  { unit: "hour", seconds: 3_600 },
  { unit: "minute", seconds: 60 },
  { unit: "second", seconds: 1 },
  { unit: "millisecond", seconds: 0.001 },
] as const;

/** "3 min", "2.5 sec", "40 ms": one unit, the largest that is reached, in the reader's language. */
export function durationText(format: Format, seconds: number): string {
  const { unit, seconds: length } = UNITS.find((candidate) => seconds >= candidate.seconds) ?? UNITS[4];
  const maximumFractionDigits = unit === "second" && seconds < 10 ? 1 : 0;
  return format.number(seconds / length, {
    style: "unit",
    unit,
    unitDisplay: "short",
    maximumFractionDigits,
  });
}
