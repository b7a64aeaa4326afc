import { writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { MediaError, reasonOf } from "@/lib/media/errors";

const FULL = "The disk is full: make room and run it again.";
const notThere = () => writeFile("/no/such/folder/film.mp4", "x").catch((error: unknown) => error);

test.each(["ENOSPC", "EDQUOT"])(
  "a write that ends in %s is a full disk, also below another error",
  (code) => {
    const error = Object.assign(new Error(`${code}: write`), { code });
    expect(reasonOf(error)).toBe(FULL);
    expect(reasonOf(new Error("copying failed", { cause: error }))).toBe(FULL);
  },
);

test("what is a sentence already stays it, and anything else is for the log alone", async () => {
  expect(reasonOf(new MediaError("input", "This is not a video file."))).toBe("This is not a video file.");
  expect(reasonOf(await notThere())).toBeUndefined();
  expect(reasonOf("text")).toBeUndefined();
});
