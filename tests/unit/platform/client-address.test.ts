import { beforeEach, describe, expect, test, vi } from "vitest";
import { stubEnvironment } from "./stub-env";

type Environment = Record<string, string>;

async function keyOf(forwardedFor: string, environment: Environment = {}): Promise<string> {
  vi.resetModules();
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const { clientKey } = await import("@/lib/platform/http/client-address");
  return clientKey(new Headers({ "x-forwarded-for": forwardedFor }));
}

beforeEach(() => {
  vi.unstubAllEnvs();
  stubEnvironment();
});

describe("who is counted by address", () => {
  test("is whom our server saw, whatever the caller says about itself", async () => {
    const own = await keyOf("203.0.113.7");
    expect(await keyOf("198.51.100.1, 203.0.113.7")).toBe(own);
    expect(await keyOf("1.1.1.1, 2.2.2.2 ,203.0.113.7")).toBe(own);
    expect(await keyOf("203.0.113.8")).not.toBe(own);
  });

  test("behind a proxy of the deployer is whom that proxy saw", async () => {
    const proxied = { TRUSTED_PROXIES: "1" };
    const own = await keyOf("203.0.113.7, 10.0.0.1", proxied);
    expect(await keyOf("198.51.100.1, 203.0.113.7, 10.0.0.1", proxied)).toBe(own);
    expect(await keyOf("203.0.113.8, 10.0.0.1", proxied)).not.toBe(own);
  });

  test("on Vercel is whom Vercel saw", async () => {
    const own = await keyOf("203.0.113.7", { VERCEL: "1" });
    expect(await keyOf("203.0.113.7, 10.0.0.1", { VERCEL: "1" })).toBe(own);
  });

  test("is a whole network where somebody has a whole network", async () => {
    const own = await keyOf("2001:db8:0:1::1");
    expect(await keyOf("2001:0db8:0000:0001:aaaa:bbbb:cccc:dddd")).toBe(own);
    expect(await keyOf("2001:db8:0:2::1")).not.toBe(own);
    expect(await keyOf("::1")).toBe(await keyOf("::2"));
    expect(await keyOf("::ffff:203.0.113.7")).toBe(await keyOf("203.0.113.7"));
  });
});
