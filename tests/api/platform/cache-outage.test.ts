import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cacheTags } from "@/lib/platform/cache";
import { requireEnv } from "@/lib/platform/env";
import { type Line, lineTo } from "@/tests/fixtures/cache/line";
import { type ReaderProcess, startReader } from "@/tests/fixtures/cache/processes";

let line: Line;
/** Two behind a line to Redis that can be cut, and one whose line holds. */
let writer: ReaderProcess;
let reader: ReaderProcess;
let beyond: ReaderProcess;

beforeAll(async () => {
  line = await lineTo(requireEnv("UPSTASH_REDIS_REST_URL"));
  [writer, reader, beyond] = await Promise.all([startReader(line.url), startReader(line.url), startReader()]);
});
afterAll(async () => {
  await Promise.all([writer, reader, beyond].map((one) => one.close()));
  line.close();
});

const place = () => ({ key: `test:${randomUUID()}`, tags: [cacheTags.user(randomUUID())] });
const once = { readers: 1, loadMs: 0 };

test("a write that could not tell Redis is told as soon as Redis is back, and holds at once where it was made", async () => {
  const where = place();
  await writer.read({ ...where, ...once, value: "before" });
  expect(await beyond.read({ ...where, ...once, value: "not asked" })).toEqual({
    values: ["before"],
    loads: 0,
  });
  line.cut();
  await writer.forget(...where.tags);
  expect((await writer.read({ ...where, ...once, value: "after" })).values).toEqual(["after"]);
  line.mend();
  const seen = async () => (await beyond.read({ ...where, ...once, value: "after" })).values;
  await expect.poll(seen, { timeout: 20_000 }).toEqual(["after"]);
});

test("of rights nothing from before an outage is served after it, though nobody is left to tell of a write", async () => {
  const [where, other] = [{ ...place(), isOfRights: true }, place()];
  await expect
    .poll(async () => (await reader.read({ ...where, ...once, value: "before" })).loads, { timeout: 20_000 })
    .toBe(0);
  line.cut();
  const doomed = await startReader(line.url);
  await doomed.forget(...where.tags);
  await doomed.close();
  expect((await reader.read({ ...where, ...once, value: "after" })).values).toEqual(["after"]);
  line.mend();
  // Until what is kept is read again, Redis is not asked.
  await expect
    .poll(async () => (await reader.read({ ...other, ...once, value: "any" })).loads, { timeout: 20_000 })
    .toBe(0);
  expect((await reader.read({ ...where, ...once, value: "after" })).values).toEqual(["after"]);
});
