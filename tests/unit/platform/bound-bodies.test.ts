import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { DEADLINES } from "@/lib/platform/deadlines";

const PRELOAD = path.resolve(import.meta.dirname, "../../../supabase/embedded/supervisor/bound-bodies.mjs");

/** It is loaded before anything of ours can be, so it repeats what the deadlines say. */
test("the server waits for a body as long as the deadlines say", () => {
  const source = readFileSync(PRELOAD, "utf8");
  const numbers = [...source.matchAll(/(?:milliseconds: |OTHER_MS = )([\d_]+)/g)].map(([, number = ""]) =>
    Number(number.replaceAll("_", "")),
  );
  const { upload, ...others } = DEADLINES;
  expect(numbers).toEqual([upload.bodyMs, Math.max(...Object.values(others).map(({ bodyMs }) => bodyMs))]);
});
