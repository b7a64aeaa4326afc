import { expect, test } from "vitest";
import { PAGE_PATTERNS, patternOf } from "@/lib/analytics/page-patterns";
import { listRoutes } from "../../fixtures/pages";

test("every page of the app has its pattern, and no other", () => {
  // What catches addresses that are no page's is no page.
  const routes = listRoutes().filter((route) => route !== "/[...rest]");
  expect([...PAGE_PATTERNS]).toEqual(routes);
});

test.each([
  ["/", "/"],
  ["/title/the-last-keeper", "/title/[slug]"],
  ["/title/the-last-keeper/", "/title/[slug]"],
  ["/watch/night-bus-11", "/watch/[slug]/[[...episode]]"],
  ["/watch/night-bus-11/1/2", "/watch/[slug]/[[...episode]]"],
  ["/sign-in/code", "/sign-in/code"],
  ["/u/somebody%20else", "/u/[username]"],
  ["/title", null],
  ["/title/a/b", null],
  ["/wp-login.php", null],
  ["/no/such/place", null],
])("%s is %s", (address, pattern) => {
  expect(patternOf(address)).toBe(pattern);
});
