import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { type RateLimitClass, rateLimitClassOf } from "@/lib/platform/rate-limits/classes";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const ID = "7f1d1f0e-8d7e-4f43-9a52-111111111111";

const EXPECTED: [method: string, address: string, limit: RateLimitClass | null][] = [
  ["POST", "/api/auth/sign-in", "sign-in"],
  ["POST", "/api/auth/sign-up", "sign-in"],
  ["POST", "/api/auth/second-step/recovery", "sign-in"],
  ["GET", "/api/auth/oauth", "sign-in"],
  ["POST", "/api/auth/sign-out", "api"],
  ["GET", "/api/auth/token", "api"],
  ["GET", "/auth/confirm", "api"],
  ["POST", "/api/account/password", "sign-in"],
  ["POST", "/api/account/data", "sign-in"],
  ["POST", `/api/viewers/${ID}/pin/forget`, "sign-in"],
  ["PUT", `/api/viewers/${ID}/pin`, "write"],
  ["GET", "/api/catalogue/search", "search"],
  ["GET", "/api/catalogue/suggestions", "api"],
  ["POST", `/api/playback/${ID}/progress`, "telemetry"],
  ["GET", `/api/playback/${ID}/master.m3u8`, "api"],
  ["POST", "/api/playback", "api"],
  ["POST", "/api/library", "write"],
  ["GET", "/api/library/changes", "telemetry"],
  ["DELETE", `/api/reminders/${ID}`, "write"],
  ["POST", "/api/something/new", "write"],
  ["GET", "/api/something/new", "api"],
  ["GET", "/api/health/live", null],
  ["GET", "/title/ember", null],
];

test.each(EXPECTED)("%s %s counts as %s", (method, address, limit) => {
  expect(rateLimitClassOf(method, address)).toBe(limit);
});

test("no route is counted by none, but those of the monitors", () => {
  const uncounted: string[] = [];
  for (const folder of ["app/api", "app/auth"])
    for (const file of readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })) {
      if (path.basename(file) !== "route.ts") continue;
      const address = `/${path.join(folder.slice("app/".length), path.dirname(file))}`.replace(
        /\[[^\]]+\]/g,
        ID,
      );
      const text = readFileSync(path.join(ROOT, folder, file), "utf8");
      const methods = [
        ...text.matchAll(/export (?:const|(?:async )?function) (GET|POST|PUT|PATCH|DELETE)\b/g),
      ];
      expect(methods.length, file).toBeGreaterThan(0);
      for (const [, method = ""] of methods)
        if (rateLimitClassOf(method, address) === null) uncounted.push(address);
    }
  expect(uncounted.sort()).toEqual(["/api/health/live", "/api/health/ready"]);
});
