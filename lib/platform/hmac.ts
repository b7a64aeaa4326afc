import { env } from "@/lib/platform/env";

let key: Promise<CryptoKey> | undefined;

/** A name for `text` that only we can make, as hexadecimal; `purpose` keeps one use from passing for another. */
export async function hmac(purpose: string, text: string): Promise<string> {
  const encoder = new TextEncoder();
  key ??= crypto.subtle.importKey(
    "raw",
    encoder.encode(env().COOKIE_SECRET),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  const digest = await crypto.subtle.sign("HMAC", await key, encoder.encode(`${purpose}:${text}`));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** True when both are the same; takes as long whatever they share, so that an answer's time tells nothing. */
export function isSameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let index = 0; index < a.length; index++) difference |= a.charCodeAt(index) ^ b.charCodeAt(index);
  return difference === 0;
}
