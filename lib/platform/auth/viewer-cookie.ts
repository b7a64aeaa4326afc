import { jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import type { Household } from "@/lib/platform/auth/household";
import { asksWhoIsWatching } from "@/lib/platform/auth/who-is-watching";
import { env } from "@/lib/platform/env";
import { cookieDefaults } from "@/lib/platform/supabase/cookies";

export const VIEWER_COOKIE = "cineverse-viewer";
const LIFETIME_SECONDS = 60 * 60 * 24 * 90;
const AUDIENCE = "viewer";

const claimsSchema = z.object({ sub: z.string(), viewer: z.string(), pin: z.number().nullable() });

/** `pinVersion` is that of the PIN that was asked for, null without one: a later PIN ends every cookie made before it. */
export type ViewerChoice = { userId: string; profileId: string; pinVersion: number | null };

export async function signViewerCookie({ userId, profileId, pinVersion }: ViewerChoice): Promise<string> {
  return new SignJWT({ viewer: profileId, pin: pinVersion })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(userId)
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(`${LIFETIME_SECONDS} s`)
    .sign(secret());
}

/** The choice that our server signed for this account; null for anything else. */
export async function readViewerCookie(
  value: string | undefined,
  userId: string,
): Promise<ViewerChoice | null> {
  if (!value) return null;
  try {
    const { payload } = await jwtVerify(value, secret(), {
      algorithms: ["HS256"],
      audience: AUDIENCE,
      subject: userId,
    });
    const claims = claimsSchema.parse(payload);
    return { userId: claims.sub, profileId: claims.viewer, pinVersion: claims.pin };
  } catch {
    return null;
  }
}

/** Where there is somebody to choose from, the choice ends with the browser session: the next one asks again. */
export function viewerCookieOptions(household: Pick<Household, "viewers">) {
  return { ...cookieDefaults(), ...(!asksWhoIsWatching(household) && { maxAge: LIFETIME_SECONDS }) };
}

function secret(): Uint8Array {
  return new TextEncoder().encode(env().COOKIE_SECRET);
}
