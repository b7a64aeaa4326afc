import { randomUUID } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import { env } from "@/lib/platform/env";
import type { RequestJar } from "@/lib/platform/http/request-jar";
import { cookieDefaults } from "@/lib/platform/supabase/cookies";

const DEVICE_COOKIE = "cineverse-device";
const AUDIENCE = "device";
/** As long as browsers keep a cookie at all. */
const LIFETIME_SECONDS = 60 * 60 * 24 * 400;

/**
 * The number of this browser, given to it when it first signs in anywhere. Signed, so that nobody takes another's; it
 * says nothing about who used it.
 */
export async function recogniseDevice(cookies: RequestJar): Promise<string> {
  const id = (await readDevice(cookies.get(DEVICE_COOKIE))) ?? randomUUID();
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: "HS256" })
    .setJti(id)
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(`${LIFETIME_SECONDS} s`)
    .sign(secret());
  cookies.set(DEVICE_COOKIE, token, { ...cookieDefaults(), maxAge: LIFETIME_SECONDS });
  return id;
}

async function readDevice(token: string | undefined): Promise<string | null> {
  if (!token) return null;
  try {
    const { payload } = await jwtVerify(token, secret(), { algorithms: ["HS256"], audience: AUDIENCE });
    return z.uuid().parse(payload.jti);
  } catch {
    return null;
  }
}

function secret(): Uint8Array {
  return new TextEncoder().encode(env().COOKIE_SECRET);
}
