import { describe, expect, test } from "vitest";
import { resolveAlias } from "@/lib/platform/gate/aliases";

const resolve = (path: string) => {
  const url = resolveAlias(new URL(path, "https://own.example"));
  return url && url.pathname + url.search;
};

describe("an address that people know from elsewhere", () => {
  test.each([
    ["/login", "/sign-in"],
    ["/register", "/sign-up"],
    ["/profile", "/settings"],
    ["/login?redirect=/watch/ember", "/sign-in?next=%2Fwatch%2Fember"],
    ["/sign-in?redirect=%2Fwatchlist", "/sign-in?next=%2Fwatchlist"],
    ["/login?next=/history&redirect=/watchlist", "/sign-in?next=%2Fhistory"],
  ])("%s leads to %s", (path, target) => {
    expect(resolve(path)).toBe(target);
  });

  test.each([
    "/login?redirect=https://evil.example",
    "/login?redirect=//evil.example/x",
    "/sign-in?redirect=/%5Cevil.example",
    "/sign-in?redirect=javascript:alert(1)",
  ])("%s leads home afterwards, not off the site", (path) => {
    expect(resolve(path)).toMatch(/\?next=%2F$/);
  });

  test.each(["/sign-in", "/sign-in?next=/a", "/browse?redirect=/a", "/logins"])(
    "%s is left alone",
    (path) => {
      expect(resolve(path)).toBeNull();
    },
  );
});
