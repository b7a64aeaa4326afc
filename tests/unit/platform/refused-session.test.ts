import { beforeEach, expect, test } from "vitest";
import { withoutSession } from "@/lib/platform/auth/session";
import type { CookieJar } from "@/lib/platform/supabase/cookies";
import { stubEnvironment } from "./stub-env";

beforeEach(stubEnvironment);

function jarOf(cookies: Record<string, string>) {
  const values = new Map(Object.entries(cookies));
  const jar: CookieJar = {
    getAll: () => [...values].map(([name, value]) => ({ name, value })),
    set: (name, value) => void values.set(name, value),
  };
  return { values, jar };
}

test("a session that was refused is not read, and the other cookies are", () => {
  const { jar } = jarOf({ "cineverse-auth.0": "old", "cineverse-locale": "vi" });
  expect(withoutSession(jar).getAll()).toEqual([{ name: "cineverse-locale", value: "vi" }]);
});

test("of a longer session that was refused no part is left beside the new one", () => {
  const { jar, values } = jarOf({
    "cineverse-auth.0": "old",
    "cineverse-auth.1": "old",
    "cineverse-auth.2": "old",
  });
  const open = withoutSession(jar);
  open.set("cineverse-auth.0", "new", {});
  open.set("cineverse-auth.1", "new", {});
  expect(Object.fromEntries(values)).toEqual({
    "cineverse-auth.0": "new",
    "cineverse-auth.1": "new",
    "cineverse-auth.2": "",
  });
  expect(open.getAll().map(({ value }) => value)).toEqual(["new", "new"]);
});
