/** The 75th percentile of each; milliseconds but for CLS, which has no unit. Null where no browser told. */
export type Vitals = Record<VitalName, number | null>;
export type VitalName = "lcp" | "inp" | "cls" | "fcp" | "ttfb";
export type VitalGrade = "good" | "middling" | "poor";

/** What is good up to the first and poor beyond the second, as the Core Web Vitals programme has it. */
const THRESHOLDS: Record<VitalName, readonly [good: number, poor: number]> = {
  lcp: [2_500, 4_000],
  inp: [200, 500],
  cls: [0.1, 0.25],
  fcp: [1_800, 3_000],
  ttfb: [800, 1_800],
};

export const VITAL_NAMES = Object.keys(THRESHOLDS) as VitalName[];

export function gradeOf(name: VitalName, value: number): VitalGrade {
  const [good, poor] = THRESHOLDS[name];
  if (value <= good) return "good";
  return value <= poor ? "middling" : "poor";
}
