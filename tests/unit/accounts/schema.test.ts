import { describe, expect, test } from "vitest";
import { profileSchema, setPinSchema, signUpSchema, viewerSchema } from "@/lib/accounts/schema";

const problems = (result: { error?: { issues: { message: string }[] } | undefined }) =>
  result.error?.issues.map((issue) => issue.message) ?? [];

const person = { email: " Mai@Example.COM ", password: "correct horse", displayName: " Mai " };

describe("signing up", () => {
  test("spaces and capitals of an address do not make another person", () => {
    expect(signUpSchema.parse(person)).toMatchObject({ email: "mai@example.com", displayName: "Mai" });
  });

  test("a password keeps its spaces", () => {
    expect(signUpSchema.parse({ ...person, password: "  eight characters " }).password).toBe(
      "  eight characters ",
    );
  });

  test("a password that bcrypt would cut is refused", () => {
    expect(problems(signUpSchema.safeParse({ ...person, password: "ơ".repeat(40) }))).toEqual([
      "accounts.problems.passwordLong",
    ]);
  });

  test.each(["password", "PassWord123", "12345678", "aaaaaaaaaa"])(
    "a password like %s is refused",
    (password) => {
      expect(problems(signUpSchema.safeParse({ ...person, password }))).toEqual([
        "accounts.problems.passwordWeak",
      ]);
    },
  );

  test("every field says its own sentence when all are missing", () => {
    expect(problems(signUpSchema.safeParse({}))).toEqual([
      "accounts.problems.email",
      "accounts.problems.passwordShort",
      "accounts.problems.displayName",
    ]);
  });
});

describe("a household's viewers", () => {
  test("a child's viewer never shows more than 12, whatever was chosen", () => {
    const viewer = viewerSchema.parse({ name: "Bi", isKids: "on", maturityLimit: "18", language: "vi" });
    expect(viewer).toMatchObject({ name: "Bi", isKids: true, maturityLimit: 12, language: "vi" });
  });

  test("an age that is not on the scale is refused", () => {
    const viewer = viewerSchema.safeParse({ name: "Bi", maturityLimit: 13, language: "vi" });
    expect(problems(viewer)).toEqual(["accounts.problems.maturity"]);
  });

  test.each(["123", "123456789", "12a4", "١٢٣٤"])("%s is no PIN", (pin) => {
    expect(setPinSchema.safeParse({ pin }).success).toBe(false);
  });

  test("an emptied PIN takes it away", () => {
    expect(setPinSchema.parse({ pin: "" }).pin).toBeNull();
  });
});

test("a username is lower case letters, digits and underscores", () => {
  const parse = (username: string) => profileSchema.safeParse({ displayName: "A", username, bio: "" });
  expect(parse("Mai_07").data?.username).toBe("mai_07");
  expect([parse("ma").success, parse("mai!").success, parse("a".repeat(31)).success]).toEqual([
    false,
    false,
    false,
  ]);
});

test("a name can be seen, and does not turn the words around it", () => {
  const isName = (name: string) =>
    viewerSchema.safeParse({ name, isKids: false, maturityLimit: 12, language: "en" }).success;
  expect(["", " ", "\u200b\u2060", "\u3164", "\u202enimda", "a\ud800"].filter(isName)).toEqual([]);
  expect(["Lan", "Bé Bi", "שרה", "\u{1f469}\u200d\u{1f680}", "!"].every(isName)).toBe(true);
});
