import { describe, expect, test } from "vitest";
import { chooseLocale } from "@/lib/i18n/config";

describe("which language a person gets", () => {
  test.each([
    ["vi", "en", "vi"],
    ["xx", "vi-VN,vi;q=0.9,en;q=0.8", "vi"],
    [undefined, "fr;q=0.9, en;q=0.2, vi;q=0.5", "vi"],
    [undefined, "vi;q=0, en;q=0.1", "en"],
    [undefined, null, "en"],
    [undefined, "*;;;q=x,,", "en"],
  ])("cookie %s and header %s give %s", (cookie, header, expected) => {
    expect(chooseLocale(cookie, header)).toBe(expected);
  });
});
