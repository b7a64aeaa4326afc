import { randomInt } from "node:crypto";
import process from "node:process";
import { expect, test } from "vitest";
import { RATE_LIMITS } from "@/lib/platform/rate-limits/classes";

const { SITE_URL = "" } = process.env;
const byte = () => randomInt(1, 255);
const address = (first: number) => `${first}.${byte()}.${byte()}.${byte()}`;

test("naming another address with each request does not get round the limit", async () => {
  // The last one stands for what a proxy of ours wrote; the caller chooses everything before it.
  const seenByProxy = address(10);
  const statuses: number[] = [];
  for (let count = 0; count <= RATE_LIMITS.search.requests; count++) {
    const headers = { "x-forwarded-for": `${address(198)}, ${seenByProxy}`, "x-real-ip": address(198) };
    statuses.push((await fetch(`${SITE_URL}/api/catalogue/search?q=a`, { headers })).status);
  }
  expect(statuses.at(0)).toBe(200);
  expect(statuses.at(-1)).toBe(429);
});
