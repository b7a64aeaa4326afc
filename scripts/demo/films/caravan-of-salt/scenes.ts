import * as k from "../../kit";
import { DUSK, desert, type Hour, march, RIDERS } from "./desert";

export const walking =
  (h: Hour, seed: number, n: number, size: number, sunY: number) => (c: k.Context, t: number) => {
    desert(c, t, h, seed, t * 90, sunY);
    march(c, t, n, 790, size);
    k.hills(c, {
      seed: seed + 9,
      y: 860,
      height: 60,
      length: 700,
      color: h.sand[3] ?? "#000000",
      shift: t * 130,
      detail: 2,
    });
  };

export const ridge = (h: Hour, seed: number) => (c: k.Context, t: number, p: number) => {
  desert(c, t, h, seed, 0, -400);
  k.disc(c, 800, 470, 300, h.disc);
  k.shape(c, "M-20 690 C400 610 800 560 1640 640 L1640 920 L-20 920 Z", h.sand[3] ?? "#000000");
  c.save();
  c.translate((p - 0.5) * 320, 0);
  for (let i = 0; i < 7; i++) {
    const x = 1260 - i * 150;
    k.camel(
      c,
      x,
      690 - 66 * Math.sin((x + (p - 0.5) * 320) / 560),
      120,
      "#1d1026",
      "#1d1026",
      t * 0.55 + i * 0.19,
    );
  }
  c.restore();
};

export function storm(c: k.Context, t: number, p: number) {
  k.bands(c, 0, 900, ["#b5763a", "#c58842", "#cf984f", "#b87f42"], 30);
  for (let i = 0; i < 7; i++) {
    const y = 120 + i * 110;
    c.globalAlpha = 0.4;
    k.cloud(c, k.wrap(i * 700 + t * (520 + i * 60), 2600) - 500, y, 900, i % 2 ? "#8f5a2a" : "#e0b271", i);
  }
  c.globalAlpha = 1;
  march(c, t, 4, 800 + k.sway(t, 2) * 6, 230, RIDERS, k.mix("#6a3f22", "#b07a42", p * 0.8));
  k.drift(c, t, { n: 40, colors: ["#f0d7a0", "#8f5a2a"], wind: 900, fall: 30, size: 7 });
  k.fill(c, k.fade("#c58842", 0.25 + 0.35 * p));
}

export function salt(c: k.Context, t: number, p: number) {
  k.bands(c, 0, 420, ["#79c3d6", "#b5dfe2", "#e9f4ee"]);
  k.rect(c, 0, 420, 1600, 500, "#f6f4ee");
  for (let i = 0; i < 8; i++)
    k.stroke(
      c,
      [
        [-50, 460 + i * i * 8],
        [1650, 460 + i * i * 8],
      ],
      "#dfdcd2",
      3,
    );
  for (let i = -8; i < 9; i++)
    k.stroke(
      c,
      [
        [800 + i * 60, 440],
        [800 + i * 330, 930],
      ],
      "#dfdcd2",
      3,
    );
  for (const [i, x] of [260, 520, 1180].entries()) {
    k.person(
      c,
      x,
      780,
      270,
      {
        top: RIDERS[i] ?? "#c8372d",
        cut: "robe",
        legs: "#3a2a2a",
        hat: "turban",
        hatColor: "#33507a",
        skin: "#6f4229",
      },
      {
        ...k.poses.stand(),
        armNear: [1.7 + k.sway(t, 1.2, i * 0.3) * 0.9, 1.9 + k.sway(t, 1.2, i * 0.3) * 0.8],
        lean: 0.2,
      },
      i === 2 ? -1 : 1,
    );
  }
  const blocks = Math.floor(p * 14);
  for (let i = 0; i < blocks; i++) {
    const row = i < 6 ? 0 : i < 11 ? 1 : 2;
    const place = i - k.pick([0, 6, 11], row);
    k.rect(c, 700 + place * 62 + row * 30, 776 - row * 44, 58, 40, place % 2 ? "#e2e6ea" : "#cfd8df", 5);
  }
  k.camel(c, 1430, 790, 280, "#b98756", "#e0a526", 0.1, -1);
}

export function gates(c: k.Context, t: number, p: number) {
  desert(c, t, DUSK, 60, 0, 380);
  for (const [x, h, w] of [
    [520, 360, 220],
    [760, 520, 260],
    [1040, 420, 240],
    [1290, 330, 260],
    [300, 250, 200],
  ] as const) {
    k.rect(c, x, 760 - h, w, h, "#a8552f", 16);
    for (let i = 0; i < 4; i++)
      for (let j = 0; j < 3; j++)
        k.stroke(
          c,
          [
            [x + 30 + i * (w / 4), 800 - h + j * 80],
            [x + 52 + i * (w / 4), 800 - h + j * 80],
          ],
          "#5c2b1e",
          8,
        );
    k.poly(
      c,
      [
        [x + w * 0.36, 760 - h],
        [x + w / 2, 690 - h],
        [x + w * 0.64, 760 - h],
      ],
      "#a8552f",
    );
  }
  k.shape(c, "M800 760 L800 610 C800 530 960 530 960 610 L960 760 Z", "#ffcf7a");
  k.rect(c, -10, 756, 1700, 200, "#4a1f38");
  for (let i = 0; i < 5; i++)
    k.camel(
      c,
      330 + p * 420 - i * 190,
      830 + i * 6,
      190,
      "#7a4a38",
      RIDERS[i] ?? "#c8372d",
      t * 0.5 + i * 0.2,
    );
  k.flock(c, 1300 - t * 20, 200, 6, 40, "#3b2357", t);
}
