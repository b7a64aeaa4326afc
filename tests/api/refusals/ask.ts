import { randomInt } from "node:crypto";
import { redis } from "@/lib/platform/redis";
import { siteUrl } from "@/tests/fixtures/supabase";
import type { Case } from "./cases";
import { handlersOf } from "./route-files";
import type { World } from "./world";

export type Ask = (one: Case, world: World) => Promise<Response>;

export const newNetworkAddress = () => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;

/** Limits have tests of their own; here they would hide every other answer. */
export async function forgetCounts(): Promise<void> {
  const keys = await redis().keys("ratelimit:*");
  if (keys.length > 0) await redis().del(...keys);
}

function addressOf({ route, params, query }: Case): string {
  const path = route.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) =>
    [params[name] ?? ""].flat().map(encodeURIComponent).join("/"),
  );
  return `${siteUrl}/${path}${query && `?${query}`}`;
}

function initOf({ method, body, headers, as }: Case, { people }: World): RequestInit {
  const all = new Headers({
    origin: siteUrl,
    accept: "application/json",
    "accept-language": "en",
    "x-forwarded-for": newNetworkAddress(),
    ...(people[as].cookie && { cookie: people[as].cookie }),
  });
  for (const [name, value] of Object.entries(headers)) {
    if (value === "") all.delete(name);
    else all.set(name, value);
  }
  return { method, headers: all, body: typeof body === "object" && body ? new Uint8Array(body) : body };
}

/** Through the built site: past the gate, as everybody comes. */
export const askSite: Ask = (one, world) =>
  fetch(addressOf(one), { ...initOf(one, world), redirect: "manual" });

/** The handler alone, as if there were no gate. */
export const askHandler: Ask = async (one, world) => {
  const handler = (await handlersOf(one.route))[one.method];
  if (!handler) throw new Error(`/${one.route} has no ${one.method}`);
  return handler(new Request(addressOf(one), initOf(one, world)), { params: Promise.resolve(one.params) });
};
