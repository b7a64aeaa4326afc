import { expect, test } from "vitest";
import { ratingByKey, ratingByText, toRating } from "@/lib/library/rating";

test.each([
  [7.24, 7],
  [7.25, 7.5],
  [-3, 0],
  [11, 10],
])("%d is shown as %d stars", (value, rating) => {
  expect(toRating(value)).toBe(rating);
});

test.each([
  ["ArrowRight", null, 0.5],
  ["ArrowUp", 7, 7.5],
  ["ArrowRight", 10, 10],
  ["ArrowLeft", 0.5, 0],
  ["ArrowDown", 0, 0],
  ["PageUp", 9.5, 10],
  ["PageDown", 3, 2],
  ["Home", 8, 0],
  ["End", null, 10],
  ["Backspace", 8, null],
  ["Tab", 8, undefined],
])("%s at %s makes %s", (key, before, after) => {
  expect(ratingByKey(key, before)).toBe(after);
});

test.each([
  ["7", 7],
  ["10", 10],
  ["0", 0],
  ["7.", 7],
  ["7.5", 7.5],
  ["7,5", 7.5],
  ["6.3", 6.5],
  ["11", undefined],
  ["100", undefined],
  ["7.55", undefined],
  [".", undefined],
  ["", undefined],
])("typing “%s” rates %s", (typed, rating) => {
  expect(ratingByText(typed)).toBe(rating);
});
