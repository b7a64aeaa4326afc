import * as k from "../../kit";
import { country, type Land, POST } from "./country";

export const travel =
  (l: Land, speed = 60) =>
  (c: k.Context, t: number) => {
    country(c, l, t, t * speed);
    k.llama(c, 640, 800, 220, "#f2e8d8", t * 0.6, "#2f7d8c");
    k.person(c, 860, 806, 270, POST, k.poses.walk(t * 0.62));
    k.rect(c, 826, 690, 56, 50, "#7a4a2b", 8);
    k.hills(c, {
      seed: 33,
      y: 850,
      height: 40,
      length: 420,
      color: l.ridges[2],
      shift: t * speed,
      detail: 2,
    });
    l.weather?.(c, t);
  };

/** The letter itself: addressed, stamped, and handed over the counter. */
export function counter(c: k.Context, _t: number, p: number) {
  k.fill(c, "#d8b98c");
  for (let i = 0; i < 8; i++) k.rect(c, 0, i * 120, 1600, 4, "#c7a676");
  const x = k.lerp(2100, 800, k.easeOut(p * 2.4));
  k.at(c, x, 450, { turn: -0.06 }, () => {
    k.rect(c, -420, -250, 860, 540, "#00000022", 12);
    k.rect(c, -440, -270, 860, 540, "#fff6e2", 12);
    for (let i = 0; i < 24; i++)
      k.poly(
        c,
        [
          [-440 + i * 36, -270],
          [-422 + i * 36, -270],
          [-432 + i * 36, -248],
          [-440 + i * 36, -248],
        ],
        i % 2 ? "#c2412d" : "#2f5fa8",
      );
    k.rect(c, 260, -210, 120, 150, "#2f7d8c");
    k.llama(c, 312, -74, 90, "#fff6e2", 0.1);
    const words = ["Señora Wayra Quispe", "the blue door, last house", "above the clouds"];
    for (const [i, line] of words.entries())
      k.letter(
        c,
        line.slice(0, Math.floor(k.clamp(p * 3 - 0.6 - i * 0.5) * line.length)),
        -360,
        20 + i * 84,
        { font: "Caveat", weight: 700, size: 76, color: "#2c3550", align: "left" },
      );
    if (p > 0.8) for (const r of [70, 56]) k.ring(c, 250, -40, r, "#c2412dcc", 7);
  });
}

/** The rope bridge, high and swinging. */
export function bridge(c: k.Context, t: number, p: number) {
  k.bands(c, 0, 900, ["#a9cdd6", "#c3dcdc", "#dde9df", "#b6cdbf"], 20);
  k.peaks(c, { seed: 9, y: 900, height: 520, length: 520, color: "#8fb0a6", light: "#a5c2b5" });
  k.clouds(c, 5, 8, t * 24, "#f7faf4", { top: 640, bottom: 860, size: 520 });
  k.shape(c, "M-20 380 L250 400 L330 520 L280 920 L-20 920 Z", "#4c6a55");
  k.shape(c, "M1620 360 L1340 390 L1280 520 L1330 920 L1620 920 Z", "#435f4c");
  const sag = (x: number) => 410 + Math.sin(((x - 250) / 1090) * Math.PI) * (150 + k.sway(t, 3.4) * 14);
  for (let i = 0; i < 46; i++) {
    const x = 250 + i * 24;
    k.rect(c, x, sag(x), 18, 8, "#7a4a2b");
    if (i % 3 === 0)
      k.stroke(
        c,
        [
          [x, sag(x)],
          [x, sag(x) - 92],
        ],
        "#a57a4a",
        3,
      );
  }
  for (const dy of [-92, 0])
    k.stroke(
      c,
      Array.from({ length: 24 }, (_, i): k.Point => [250 + i * 47.5, sag(250 + i * 47.5) + dy]),
      "#a57a4a",
      6,
    );
  const x = 330 + p * 880;
  k.person(c, x, sag(x) + 2, 190, POST, k.poses.walk(t * 0.5));
  k.llama(c, x - 150, sag(x - 150) + 2, 150, "#f2e8d8", t * 0.5, "#2f7d8c");
  k.bird(c, 300 + t * 70, 220 + k.sway(t, 5) * 30, 130, "#2c2a2a", t, 0.5);
}

/** The salt lake: sky above, sky below, flamingos between. */
export function mirror(c: k.Context, t: number, p: number) {
  k.bands(c, 0, 450, ["#f28ca0", "#f7b09c", "#fbd3a8", "#fdeccb"], 6);
  k.peaks(c, { seed: 17, y: 450, height: 150, length: 420, color: "#8a6a9a", light: "#a583b0" });
  k.at(c, 0, 900, { stretch: [1, -1] }, () => {
    k.bands(c, 0, 450, ["#f28ca0", "#f7b09c", "#fbd3a8", "#fdeccb"], 6);
    k.peaks(c, { seed: 17, y: 450, height: 150, length: 420, color: "#a583b0", light: "#b898c2" });
  });
  const lake = (y: number, flip: number) => {
    for (let i = 0; i < 7; i++) {
      const x = 150 + i * 120 + (i % 3) * 30;
      k.at(c, x, y, { stretch: [1, flip] }, () => {
        k.stroke(
          c,
          [
            [0, 0],
            [0, -90],
          ],
          "#d9536f",
          5,
        );
        k.disc(c, 0, -110, 44, "#f0718c", 24);
        k.stroke(
          c,
          [
            [34, -118],
            [56, -150],
            [44, -186 + k.sway(t, 3, i * 0.2) * 8],
            [62, -196],
          ],
          "#f0718c",
          9,
        );
      });
    }
    const x = 1500 - p * 320;
    k.at(c, 0, y, { stretch: [1, flip] }, () => {
      k.person(c, x, 0, 200, POST, k.poses.walk(t * 0.55), -1);
      k.llama(c, x + 170, 0, 160, "#f2e8d8", t * 0.55, "#2f7d8c", -1);
    });
  };
  c.globalAlpha = 0.35;
  lake(560, -1);
  c.globalAlpha = 1;
  lake(556, 1);
  for (let i = 0; i < 5; i++)
    k.rect(c, 100 + i * 330 + k.sway(t, 5, i) * 30, 640 + i * 44, 180, 4, "#ffffff66", 2);
}

export function night(c: k.Context, t: number) {
  k.bands(c, 0, 900, ["#0a0f2c", "#101a42", "#1b2a5c", "#2c3f75"]);
  k.stars(c, 9, 110, t, { bottom: 620, shift: t * 2 });
  k.peaks(c, {
    seed: 3,
    y: 760,
    height: 360,
    length: 520,
    color: "#151a3a",
    light: "#1d2450",
    snow: "#8fa2d0",
  });
  k.rect(c, -10, 756, 1700, 200, "#0c0f24");
  k.glow(c, 700, 740, 300, "#ff9d3c", 0.6, 9);
  for (let i = 0; i < 3; i++)
    k.poly(
      c,
      [
        [676 + i * 14, 770],
        [692 + i * 14, 710 - 30 * k.noise(i, t * 4)],
        [708 + i * 14, 770],
      ],
      i % 2 ? "#ffd36b" : "#ff8a3c",
    );
  k.person(c, 560, 800, 230, POST, { ...k.poses.sit(t), head: -0.3 });
  k.llama(c, 940, 800, 190, "#d8ccd0", 0.1, undefined, -1);
}

/** The blue door. She has been watching the road for years. */
export function door(c: k.Context, t: number, p: number) {
  k.fill(c, "#f1e2c4");
  k.rect(c, 0, 0, 1600, 160, "#b5492f");
  for (let i = 0; i < 22; i++) k.disc(c, i * 76, 160, 40, i % 2 ? "#a63f28" : "#b5492f", 26);
  k.rect(c, 0, 780, 1600, 140, "#a9805a");
  k.rect(c, 570, 250, 380, 540, "#8a6a4a");
  k.rect(c, 590, 270, 340, 520, "#3a2a20");
  const open = k.smooth(0.1, 0.35, p);
  if (open > 0.2)
    k.person(
      c,
      790,
      786,
      400,
      {
        top: "#6b3f8c",
        cut: "dress",
        legs: "#6b3f8c",
        skin: "#9c6440",
        hair: "#d9d4cf",
        hairstyle: "bun",
        trim: "#e0a526",
      },
      p > 0.5 ? { ...k.poses.hold(), head: 0.15 } : k.poses.stand(t),
      -1,
    );
  k.at(c, 590, 270, { stretch: [1 - open * 0.8, 1] }, () => {
    k.rect(c, 0, 0, 340, 520, "#2f6fb3");
    for (const [x, y] of [
      [40, 40],
      [190, 40],
      [40, 290],
      [190, 290],
    ] as const)
      k.rect(c, x, y, 110, 190, "#285f9c", 6);
    k.disc(c, 306, 270, 14, "#e0a526");
  });
  k.person(
    c,
    k.lerp(200, 520, k.easeOut(p * 2.5)),
    830,
    430,
    POST,
    p < 0.4 ? k.poses.walk(t * 0.8) : { ...k.poses.stand(t), armNear: [1.2, 1.5] },
  );
  if (p > 0.4)
    k.at(c, k.lerp(610, 700, k.smooth(0.45, 0.6, p)), 600, { turn: -0.1 }, () =>
      k.rect(c, -34, -24, 68, 44, "#fff6e2", 4),
    );
  for (let i = 0; i < 3; i++)
    k.flower(c, 1130 + i * 120, 640 - (i % 2) * 70, 56, "#e0527a", "#ffd23f", 1, 8, t * 0.06);
  k.rect(c, 1070, 690, 360, 90, "#c2412d", 20);
  k.llama(c, 160, 850, 260, "#f2e8d8", 0.1, "#2f7d8c");
}
