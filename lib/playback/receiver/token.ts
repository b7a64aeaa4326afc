import "server-only";
import { jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import { env } from "@/lib/platform/env";
import { ended } from "@/lib/playback/refusals";

const AUDIENCE = "receiver";
/** A bound on top: what ends an address much sooner is the end of its stream. */
const LIFETIME_SECONDS = 60 * 60 * 12;

const claimsSchema = z.object({ sub: z.uuid(), country: z.string().length(2).nullable() });

export type Receiver = { sessionId: string; country: string | null };

/** The folder of one stream for a receiver that has no cookies; whoever has it may read that stream while it runs. */
export async function receiverFolder({ sessionId, country }: Receiver): Promise<string> {
  const token = await new SignJWT({ country })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(sessionId)
    .setAudience(AUDIENCE)
    .setExpirationTime(`${LIFETIME_SECONDS} s`)
    .sign(secret());
  return `/api/playback/receiver/${token}`;
}

/** Throws NOT_FOUND for an address that we did not sign, or not for this, or too long ago. */
export async function readReceiver(token: string): Promise<Receiver> {
  try {
    const { payload } = await jwtVerify(token, secret(), { algorithms: ["HS256"], audience: AUDIENCE });
    const { sub, country } = claimsSchema.parse(payload);
    return { sessionId: sub, country };
  } catch {
    throw ended();
  }
}

function secret(): Uint8Array {
  return new TextEncoder().encode(env().COOKIE_SECRET);
}
