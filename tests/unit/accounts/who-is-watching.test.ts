import { expect, test } from "vitest";
import { deletionDate } from "@/lib/accounts/deletion/date";
import { pathAfterSignIn } from "@/lib/accounts/session/begin";
import { mayHoldToken } from "@/lib/platform/auth/household-token";
import { asksWhoIsWatching } from "@/lib/platform/auth/who-is-watching";

const viewer = {
  id: "1",
  name: "Mai",
  avatarPath: null,
  isKids: false,
  maturityLimit: 18,
  language: "en",
  hasPin: false,
  pinVersion: 0,
  autoplayNext: true,
  autoplayPreviews: true,
  dataSaver: false,
  isFirst: true,
  hidesTitles: false,
};

test("a household is asked who is watching where there are several, or where the only one has a PIN", () => {
  expect(asksWhoIsWatching({ viewers: [viewer] })).toBe(false);
  expect(asksWhoIsWatching({ viewers: [viewer, { ...viewer, id: "2" }] })).toBe(true);
  expect(asksWhoIsWatching({ viewers: [{ ...viewer, hasPin: true }] })).toBe(true);
});

test("whoever is about to leave is asked whether to stay, after who they are", () => {
  expect(pathAfterSignIn({ isViewerChosen: true, isLeaving: false }, "/history")).toBe("/history");
  expect(pathAfterSignIn({ isViewerChosen: true, isLeaving: true }, "/history")).toBe(
    "/keep-account?next=%2Fhistory",
  );
  expect(pathAfterSignIn({ isViewerChosen: false, isLeaving: true }, "/")).toBe(
    "/viewers?next=%2Fkeep-account%3Fnext%3D%252F",
  );
});

test("an account goes a week after it was asked for", () => {
  expect(deletionDate("2026-11-25T22:00:00Z").toISOString()).toBe("2026-12-02T22:00:00.000Z");
});

test.each([
  [{ profileId: "1", isKids: false, maturityLimit: 18 }, true],
  [{ profileId: "1", isKids: false, maturityLimit: 16 }, false],
  [{ profileId: "1", isKids: true, maturityLimit: 7 }, false],
  [{ profileId: null, isKids: false, maturityLimit: 18 }, false],
])("the household's token is for whom nothing is kept from: %o", (who, isGiven) => {
  expect(mayHoldToken(who)).toBe(isGiven);
});
