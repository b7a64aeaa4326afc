import { expect, test } from "vitest";
import { describeDevice } from "@/lib/accounts/device-name";
import { canManageHousehold, canRemoveViewer } from "@/lib/accounts/policy";

test("neither a child nor somebody unknown changes the household", () => {
  expect(canManageHousehold({ profileId: "a", isKids: false })).toBe(true);
  expect(canManageHousehold({ profileId: "a", isKids: true })).toBe(false);
  expect(canManageHousehold({ profileId: null, isKids: false })).toBe(false);
});

test("the first viewer and the one who is watching stay", () => {
  expect(canRemoveViewer({ id: "a", isFirst: true }, "b")).toBe(false);
  expect(canRemoveViewer({ id: "b", isFirst: false }, "b")).toBe(false);
  expect(canRemoveViewer({ id: "c", isFirst: false }, "b")).toBe(true);
});

test.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
    "Edge · Windows",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Safari/604.1",
    "Safari · iPhone",
  ],
  [
    "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36",
    "Chrome · Android",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox · Linux"],
  ["curl/8", "Unknown"],
])("%s is shown as %s", (userAgent, name) => {
  expect(describeDevice(userAgent)).toBe(name);
});
