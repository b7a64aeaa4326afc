import { expect, test } from "vitest";
import { neededPlan, tierNow } from "@/lib/catalogue/policy";

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

test.each([
  ["free", null, null],
  ["basic", null, "basic"],
  ["premium", null, "premium"],
  ["premium", "free", "premium"],
  ["premium", "basic", "premium"],
  ["basic", "basic", null],
  ["premium", "premium", null],
  ["premium", "vip", null],
] as const)("a title for %s asks an account with %s for %s", (level, tier, plan) => {
  expect(neededPlan(level, tier)).toBe(plan);
});

test("a plan that has run out is worth the free one", () => {
  expect(tierNow({ tier: "premium", tierExpiresAt: inHours(-1) })).toBe("free");
  expect(tierNow({ tier: "premium", tierExpiresAt: inHours(1) })).toBe("premium");
  expect(tierNow({ tier: "vip", tierExpiresAt: null })).toBe("vip");
  expect(tierNow(null)).toBeNull();
});
