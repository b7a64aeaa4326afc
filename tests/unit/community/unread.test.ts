import { expect, test } from "vitest";
import { unreadOf } from "@/lib/community";

const unread = ["mai", "mai", "kid", null];

test("the bell counts what its viewer was told and what the account was told, and nothing of anybody else", () => {
  expect(unreadOf({ unread }, { profileId: "mai", isKids: false })).toBe(3);
  expect(unreadOf({ unread }, { profileId: "linh", isKids: false })).toBe(1);
});

test("a child's bell leaves out what the account was told", () => {
  expect(unreadOf({ unread }, { profileId: "kid", isKids: true })).toBe(1);
});
