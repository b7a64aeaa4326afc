import { describe, expect, it } from "vitest";
import { isTelevision } from "@/lib/platform/remote/keys";
import { type Box, findNearest } from "@/lib/platform/remote/nearest";

const box = (left: number, top: number, width = 100, height = 150): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe("an arrow leads to what a person would point at", () => {
  const row = [box(0, 0), box(120, 0), box(240, 0)];

  it("right is the next card of the row, and the last card has none", () => {
    expect(findNearest(row[0] as Box, row, "right")).toBe(1);
    expect(findNearest(row[2] as Box, row, "right")).toBe(-1);
  });

  it("down is the next row even when that row is short and the one after it is long", () => {
    const short = [box(0, 250, 170, 315)];
    const long = [0, 1, 2, 3, 4, 5].map((index) => box(index * 190, 667, 170, 315));
    expect(findNearest(box(950, -167, 170, 315), [...long, ...short], "down")).toBe(long.length);
  });

  it("down in a form is the field below, not the menu at its side that is a little nearer", () => {
    const field = box(392, 285, 280, 44);
    const menuItem = box(132, 310, 200, 44);
    expect(findNearest(field, [menuItem, box(392, 468, 280, 44)], "down")).toBe(1);
  });

  it("down from between two cards is the one below that lies more under it", () => {
    expect(findNearest(box(90, -200), row, "down")).toBe(1);
  });

  it("up from a card is the button in its own corner before the row above", () => {
    const card = box(0, 200);
    const corner = box(60, 205, 34, 34);
    expect(findNearest(card, [box(0, 0), corner], "up")).toBe(1);
    expect(findNearest(corner, [box(0, 0), card], "down")).toBe(1);
  });

  it("sideways, what is beside wins over what is nearer but above", () => {
    expect(findNearest(box(0, 300), [box(110, 100), box(400, 320)], "right")).toBe(1);
  });

  it("nothing lies in a direction where there is nothing", () => {
    expect(findNearest(box(0, 0), [], "left")).toBe(-1);
    expect(findNearest(box(0, 0), row, "up")).toBe(-1);
  });
});

describe("a television is known by its name", () => {
  it.each([
    "Mozilla/5.0 (SMART-TV; Linux; Tizen 7.0) AppleWebKit/537.36 Version/7.0 TV Safari/537.36",
    "Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 Chrome/108.0 Safari/537.36",
    "Mozilla/5.0 (Linux; Android 9; AFTMM Build/PS7624) AppleWebKit/537.36 Chrome/100 Mobile Safari/537.36",
    "Mozilla/5.0 (Linux; Android 12; BRAVIA 4K UR2) AppleWebKit/537.36 Chrome/120 Safari/537.36",
  ])("%s", (agent) => expect(isTelevision(agent)).toBe(true));

  it.each([
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile Safari/604.1",
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36",
  ])("but not %s", (agent) => expect(isTelevision(agent)).toBe(false));
});
