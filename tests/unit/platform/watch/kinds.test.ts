import { expect, test } from "vitest";
import { kindOf } from "@/lib/platform/watch/kinds";
import { pathOf } from "@/lib/platform/watch/path-of";

test.each([
  ["GET", "/", "page"],
  ["GET", "/title/lanterns", "page"],
  ["POST", "/api/auth/sign-in", "sign-in"],
  ["GET", "/api/catalogue/search", "search"],
  ["POST", "/api/playback/0/progress", "telemetry"],
  ["GET", "/api/library/changes", "telemetry"],
  ["GET", "/api/notifications", "api"],
  ["POST", "/api/library", "write"],
  ["GET", "/api/cron/expire", "machine"],
  ["GET", "/api/health/ready", "machine"],
  ["GET", "/artwork/0/poster", "file"],
  ["GET", "/og/title/lanterns.png", "file"],
  ["GET", "/_next/image", "file"],
  ["GET", "/favicon.ico", "file"],
  ["GET", "/_next/static/chunks/main.js", null],
])("%s %s is counted as %s", (method, path, kind) => {
  expect(kindOf(method, path)).toBe(kind);
});

test("a path is kept without what was asked for, without a key, and not for ever", () => {
  expect(pathOf("/search?q=secretly#there")).toBe("/search");
  expect(pathOf("/api/playback/receiver/abc.def-ghi/files/video.mp4")).toBe(
    "/api/playback/receiver/[key]/files/video.mp4",
  );
  expect(pathOf(`/${"a".repeat(5_000)}`)).toHaveLength(300);
});
