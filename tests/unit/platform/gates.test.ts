import { describe, expect, test } from "vitest";
import { needsSession, rolesFor, safeNextPath } from "@/lib/platform/auth/gates";
import type { Role } from "@/lib/platform/auth/household";
import type { Caller } from "@/lib/platform/gate/caller";
import { decideRoute } from "@/lib/platform/gate/route-gates";
import type { Standing } from "@/lib/platform/gate/standing";

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
  expect(rolesFor("/admin/users")).not.toBeNull();
  expect(rolesFor("/administration")).toBeNull();
});

const USER: Caller = { kind: "user", id: "7f1d1f0e-8d7e-4f43-9a52-111111111111" };
const VISITOR: Caller = { kind: "visitor" };

function decide(
  address: string,
  caller: Caller,
  standing: Standing | null = { role: "user", suspendedUntil: null },
) {
  const { pathname, search } = new URL(address, "https://own.example");
  return decideRoute({ pathname, search, caller, hasEnded: false, findStanding: async () => standing });
}

describe("a page's gate", () => {
  test("sends a visitor to sign in, and back afterwards", async () => {
    expect(await decide("/watch/ember?t=30", VISITOR)).toEqual({
      kind: "redirect",
      path: "/sign-in?next=%2Fwatch%2Fember%3Ft%3D30",
    });
    expect(await decide("/settings", VISITOR)).toMatchObject({ kind: "redirect" });
    expect(await decide("/title/ember", VISITOR)).toEqual({ kind: "pass" });
  });

  test("sends somebody who is signed in away from the sign-in pages, and never off the site", async () => {
    expect(await decide("/sign-in", USER)).toEqual({ kind: "redirect", path: "/" });
    expect(await decide("/sign-up?next=/watchlist", USER)).toEqual({ kind: "redirect", path: "/watchlist" });
    expect(await decide("/sign-in?next=//evil.example", USER)).toEqual({ kind: "redirect", path: "/" });
  });

  test("shows a suspended person why, also where they have a desk", async () => {
    const suspended = { role: "moderator" as const, suspendedUntil: Date.now() + 60_000 };
    expect(await decide("/watch/ember", USER, suspended)).toEqual({ kind: "redirect", path: "/suspended" });
    expect(await decide("/admin", USER, suspended)).toEqual({ kind: "redirect", path: "/suspended" });
    const over = { role: "user" as const, suspendedUntil: Date.now() - 1 };
    expect(await decide("/watch/ember", USER, over)).toEqual({ kind: "pass" });
  });

  test("leaves a session that cannot be read to the page, and opens no desk to it", async () => {
    expect(await decide("/settings", { kind: "unclear" })).toEqual({ kind: "pass" });
    expect(await decide("/admin", { kind: "unclear" })).toMatchObject({ kind: "redirect" });
  });

  const DESKS: [desk: string, open: Role[]][] = [
    ["/admin", ["moderator", "admin", "super_admin"]],
    ["/operator/chats", ["operator", "admin", "super_admin"]],
    ["/creator", ["creator", "admin", "super_admin"]],
  ];
  const ALL: Role[] = ["user", "creator", "operator", "moderator", "admin", "super_admin"];
  test.each(DESKS)("opens %s to its own staff alone", async (desk, open) => {
    const opened: Role[] = [];
    for (const role of ALL)
      if ((await decide(desk, USER, { role, suspendedUntil: null })).kind === "pass") opened.push(role);
    expect(opened).toEqual(open);
  });

  test("opens no desk while the database does not say whose it is, and other pages decide for themselves", async () => {
    expect(await decide("/admin", USER, null)).toEqual({ kind: "hide" });
    expect(await decide("/settings", USER, null)).toEqual({ kind: "pass" });
  });
});
