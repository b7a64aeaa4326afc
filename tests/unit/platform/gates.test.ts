import { describe, expect, test } from "vitest";
import { needsSession, safeNextPath } from "@/lib/platform/auth/gates";

describe("where a sign-in may lead", () => {
  test.each(["/", "/watch/ember?t=30", "/browse?type=series#top"])("%s is ours", (path) => {
    expect(safeNextPath(path)).toBe(path);
  });

  test.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "/\tevil",
    "/..//evil.example",
    "javascript:alert(1)",
    "evil.example",
    "",
    undefined,
    ["/a", "/b"],
  ])("%j leads home instead", (path) => {
    const next = safeNextPath(path);
    expect(new URL(next, "https://own.example").origin).toBe("https://own.example");
    expect(next.startsWith("//")).toBe(false);
  });
});

test("only whole path segments are gated", () => {
  expect(needsSession("/settings/security")).toBe(true);
  expect(needsSession("/settingsfoo")).toBe(false);
  expect(needsSession("/title/watch")).toBe(false);
});
