import { expect, test } from "vitest";
import { gradeOf } from "@/lib/platform/watch/vitals";

test.each([
  ["lcp", 2_500, "good"],
  ["lcp", 2_501, "middling"],
  ["lcp", 4_001, "poor"],
  ["inp", 200, "good"],
  ["inp", 500, "middling"],
  ["inp", 501, "poor"],
  ["cls", 0, "good"],
  ["cls", 0.1, "good"],
  ["cls", 0.2, "middling"],
  ["cls", 0.3, "poor"],
] as const)("%s of %s is %s", (name, value, grade) => {
  expect(gradeOf(name, value)).toBe(grade);
});
