import { rgbaToThumbHash } from "thumbhash";
import { expect, test } from "vitest";
import { placeholderColours } from "@/lib/platform/placeholder";

test("a picture that is red above and blue below leaves colours from reddish to bluish", () => {
  const rgba = new Uint8Array(16 * 16 * 4);
  for (let pixel = 0; pixel < 256; pixel++)
    rgba.set(pixel < 128 ? [255, 0, 0, 255] : [0, 0, 255, 255], pixel * 4);
  const hash = Buffer.from(rgbaToThumbHash(16, 16, rgba)).toString("base64");
  const colours = placeholderColours(hash)?.split(",") ?? [];
  const channel = (colour: string | undefined, at: number) =>
    Number.parseInt(colour?.slice(at, at + 2) ?? "0", 16);
  expect(colours).toHaveLength(3);
  expect(channel(colours[0], 1)).toBeGreaterThan(channel(colours[0], 5));
  expect(channel(colours[2], 5)).toBeGreaterThan(channel(colours[2], 1));
});

test.each([null, "", "%%%", "AA=="])("%j leaves nothing and breaks nothing", (hash) => {
  expect(() => placeholderColours(hash)).not.toThrow();
});
