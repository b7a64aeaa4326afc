import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { cached, cacheTags, forget } from "@/lib/platform/cache";
import { requireWithinLimit } from "@/lib/platform/rate-limits/count";
import { stubEnvironment } from "./stub-env";

beforeEach(stubEnvironment);

describe("while Redis is down", () => {
  test("what is cached is loaded each time, and pages work", async () => {
    let loads = 0;
    const tags = [cacheTags.movie("x")];
    const load = async () => ++loads;
    const read = () => cached({ key: "movie:x", tags, seconds: 60, schema: z.number(), load });
    expect([await read(), await read()]).toEqual([1, 2]);
    await expect(forget(...tags)).resolves.toBeUndefined();
  });

  test("whoever reads after a write does not join a load that began before it", async () => {
    const tags = [cacheTags.movie("w")];
    const slow = Promise.withResolvers<string>();
    const read = (load: () => Promise<string>) =>
      cached({ key: "movie:w", tags, seconds: 60, schema: z.string(), load });
    const begun = Promise.withResolvers<void>();
    const old = read(() => {
      begun.resolve();
      return slow.promise;
    });
    await begun.promise;
    await forget(...tags);
    expect(await read(async () => "after")).toBe("after");
    slow.resolve("before");
    expect(await old).toBe("before");
  });

  test("readers that come together load once", async () => {
    let loads = 0;
    const load = async () => {
      loads += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
      return "value";
    };
    const read = () => cached({ key: "movie:y", seconds: 60, schema: z.string(), load });
    expect(await Promise.all([read(), read(), read()])).toEqual(["value", "value", "value"]);
    expect(loads).toBe(1);
  });

  test("an error of the loader reaches every reader and is not kept", async () => {
    const failing = {
      key: "movie:z",
      seconds: 60,
      schema: z.string(),
      load: () => Promise.reject(new Error("no")),
    };
    await expect(cached(failing)).rejects.toThrow("no");
    expect(await cached({ ...failing, load: async () => "yes" })).toBe("yes");
  });

  test("guessing passwords is not free: signing in is refused, and everything else goes on", async () => {
    await expect(requireWithinLimit("sign-in", "somebody")).rejects.toMatchObject({
      code: "UNAVAILABLE",
      headers: { "retry-after": expect.stringMatching(/^\d+$/) },
    });
    for (const limit of ["search", "write", "telemetry", "api"] as const)
      await expect(requireWithinLimit(limit, "somebody")).resolves.toMatchObject({ isCounted: false });
  });
});
