import { SignJWT } from "jose";
import { beforeEach, describe, expect, test } from "vitest";
import { readViewerCookie, signViewerCookie } from "@/lib/platform/auth/viewer-cookie";
import { stubEnvironment } from "./stub-env";

beforeEach(stubEnvironment);

const choice = { userId: "user-1", profileId: "viewer-1", pinVersion: 1 };
const key = (secret: string) => new TextEncoder().encode(secret);
const forge = (audience: string, secret: string) =>
  new SignJWT({ viewer: "viewer-2", pin: 1 })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject("user-1")
    .setAudience(audience)
    .setExpirationTime("1 h")
    .sign(key(secret));

describe("the cookie that says who is watching", () => {
  test("what our server signed comes back", async () => {
    expect(await readViewerCookie(await signViewerCookie(choice), "user-1")).toEqual(choice);
  });

  test("another household's cookie says nothing", async () => {
    expect(await readViewerCookie(await signViewerCookie(choice), "user-2")).toBeNull();
  });

  test("a forged signature says nothing", async () => {
    expect(await readViewerCookie(await forge("viewer", "y".repeat(32)), "user-1")).toBeNull();
  });

  test("a token of ours for another purpose says nothing", async () => {
    const recovery = await forge("recovery", "0123456789abcdef0123456789abcdef");
    expect(await readViewerCookie(recovery, "user-1")).toBeNull();
  });

  test.each([undefined, "", "nonsense", "a.b.c"])("%j says nothing", async (value) => {
    expect(await readViewerCookie(value, "user-1")).toBeNull();
  });
});
