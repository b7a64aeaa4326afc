import { expect, test } from "vitest";
import { isLate } from "@/lib/platform/watch/status";

const HOURLY = "17 * * * *";

test.each([
  ["never began, and fell due long ago", null, "2026-01-01T10:30:00Z", true],
  ["began when it fell due", "2026-01-01T10:17:02Z", "2026-01-01T10:59:00Z", false],
  ["fell due this minute", "2026-01-01T09:17:02Z", "2026-01-01T10:18:00Z", false],
  ["fell due and did not begin", "2026-01-01T09:17:02Z", "2026-01-01T10:21:00Z", true],
  ["began a little early by its own clock", "2026-01-01T10:16:50Z", "2026-01-01T10:40:00Z", false],
  ["was begun by hand in between", "2026-01-01T10:50:00Z", "2026-01-01T11:10:00Z", false],
])("%s", (_, startedAt, now, late) => {
  expect(isLate(HOURLY, startedAt, new Date(now))).toBe(late);
});
