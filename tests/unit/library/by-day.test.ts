import { expect, test } from "vitest";
import { byDay } from "@/lib/library/by-day";
import { withoutHidden } from "@/lib/library/without-hidden";

test("what was watched late in the evening belongs to the reader's day, not to that of Greenwich", () => {
  const items = [{ watchedAt: "2026-11-25T17:30:00Z" }, { watchedAt: "2026-11-25T16:30:00Z" }];
  expect(byDay(items, "UTC").map(({ day }) => day)).toEqual(["2026-11-25"]);
  expect(byDay(items, "Asia/Ho_Chi_Minh").map(({ day, items: ofDay }) => [day, ofDay.length])).toEqual([
    ["2026-11-26", 1],
    ["2026-11-25", 1],
  ]);
});

test("days stay in the order in which they came", () => {
  const items = ["2026-03-02T10:00:00Z", "2026-03-02T08:00:00Z", "2026-03-01T10:00:00Z"];
  const days = byDay(
    items.map((watchedAt) => ({ watchedAt })),
    "UTC",
  );
  expect(days.map(({ items: ofDay }) => ofDay.length)).toEqual([2, 1]);
});

test("what a viewer is not interested in is not among what everybody sees", () => {
  const all = [{ id: "a" }, { id: "b" }];
  expect(withoutHidden(all, ["a", "z"])).toEqual([{ id: "b" }]);
  expect(withoutHidden(all, [])).toBe(all);
});
