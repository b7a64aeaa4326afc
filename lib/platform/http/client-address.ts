import { env } from "@/lib/platform/env";
import { hmac } from "@/lib/platform/hmac";

const MOST_KEPT = 5_000;
const keys = new Map<string, string>();

/** A stable name for the caller's address that does not reveal it, and that the caller cannot choose. */
export async function clientKey(headers: Headers): Promise<string> {
  const network = networkOf(addressOf(headers));
  const known = keys.get(network);
  if (known) return known;
  const key = (await hmac("client", network)).slice(0, 32);
  if (keys.size >= MOST_KEPT) keys.clear();
  keys.set(network, key);
  return key;
}

/**
 * Vercel overwrites X-Forwarded-For. Elsewhere every hop writes at its end who called it (our own server does, see
 * append-client-address.mjs), and what stands further left than the deployer's proxies is the caller's invention.
 */
function addressOf(headers: Headers): string {
  const hops = (headers.get("x-forwarded-for") ?? "")
    .split(",")
    .map((hop) => hop.trim())
    .filter(Boolean);
  const { VERCEL, TRUSTED_PROXIES } = env();
  return (VERCEL ? hops[0] : (hops.at(-1 - TRUSTED_PROXIES) ?? hops[0])) ?? "unknown";
}

/** One household has a whole /64 of IPv6 addresses, so that is what counts as one. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const url = `http://[${address.replace(/%.*$/, "")}]`;
  if (mapped || !address.includes(":") || !URL.canParse(url)) return mapped ?? address;
  const [head = "", tail] = new URL(url).hostname.slice(1, -1).split("::");
  const groups = head.split(":").filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(":").filter(Boolean).length;
  return [...groups, ...Array<string>(missing).fill("0"), ...(tail ?? "").split(":")].slice(0, 4).join(":");
}
