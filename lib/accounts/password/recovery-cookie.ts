import { jwtVerify, SignJWT } from "jose";
import { env } from "@/lib/platform/env";
import type { RequestJar } from "@/lib/platform/http/request-jar";
import { cookieDefaults } from "@/lib/platform/supabase/cookies";

const RECOVERY_COOKIE = "cineverse-recovery";
const LIFETIME_SECONDS = 15 * 60;
const AUDIENCE = "recovery";

/** Given only to who followed a mailed recovery link: a session alone must not set a password without the old one. */
export async function issueRecoveryCookie(cookies: RequestJar, userId: string): Promise<void> {
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(userId)
    .setAudience(AUDIENCE)
    .setExpirationTime(`${LIFETIME_SECONDS} s`)
    .sign(secret());
  cookies.set(RECOVERY_COOKIE, token, { ...cookieDefaults(), maxAge: LIFETIME_SECONDS });
}

export async function hasRecoveryCookie(cookies: Pick<RequestJar, "get">, userId: string): Promise<boolean> {
  const token = cookies.get(RECOVERY_COOKIE);
  if (!token) return false;
  return jwtVerify(token, secret(), { algorithms: ["HS256"], audience: AUDIENCE, subject: userId }).then(
    () => true,
    () => false,
  );
}

export function clearRecoveryCookie(cookies: RequestJar): void {
  cookies.delete(RECOVERY_COOKIE);
}

function secret(): Uint8Array {
  return new TextEncoder().encode(env().COOKIE_SECRET);
}
