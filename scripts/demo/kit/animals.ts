import { clamp, sway, TAU } from "./math";
import { at, type Context, disc, type Paint, type Point, poly, ring, shape, stroke } from "./paint";

/** A gull or swallow with beating wings, `size` units across. */
export function bird(c: Context, x: number, y: number, size: number, color: string, t: number, rate = 2) {
  const flap = Math.sin(t * rate * TAU) * 0.5 + 0.15;
  at(c, x, y, { scale: size / 100 }, () => {
    for (const side of [-1, 1]) {
      c.fillStyle = color;
      c.beginPath();
      c.moveTo(0, 4);
      c.quadraticCurveTo(side * 22, -38 * flap - 6, side * 50, -26 * flap + 10);
      c.quadraticCurveTo(side * 24, -18 * flap + 4, 0, 12);
      c.fill();
    }
    disc(c, 0, 6, 6, color, 8);
  });
}

export function flock(
  c: Context,
  x: number,
  y: number,
  n: number,
  spread: number,
  color: string,
  t: number,
  size = 34,
) {
  for (let i = 0; i < n; i++) {
    const row = Math.ceil(i / 2) * (i % 2 ? 1 : -1);
    bird(
      c,
      x - Math.abs(row) * spread,
      y + row * spread * 0.5 + sway(t, 3, i * 0.3) * 8,
      size,
      color,
      t + i * 0.21,
      1.6,
    );
  }
}

export function fish(
  c: Context,
  x: number,
  y: number,
  size: number,
  body: Paint,
  fin: Paint,
  t: number,
  face = 1,
) {
  const wag = Math.sin(t * 7) * 0.35;
  at(c, x, y, { scale: size / 100, stretch: [face, 1] }, () => {
    at(c, -36, 0, { turn: wag }, () => shape(c, "M4 0 L-30 -22 C-24 -6 -24 6 -30 22 Z", fin));
    shape(c, "M50 0 C30 -30 -20 -28 -40 0 C-20 28 30 30 50 0 Z", body);
    shape(c, "M0 -22 C-8 -40 -24 -36 -28 -16 Z M-2 6 C-12 20 -20 22 -26 20 L-12 4 Z", fin);
    disc(c, 32, -5, 4.5, "#ffffff");
    disc(c, 33, -5, 2.4, "#10131c");
  });
}

/** A whale about `size` long, its tail beating slowly. */
export function whale(
  c: Context,
  x: number,
  y: number,
  size: number,
  body: Paint,
  belly: Paint,
  t: number,
  face = 1,
) {
  at(c, x, y, { scale: size / 400, stretch: [face, 1] }, () => {
    at(c, -150, -6, { turn: sway(t, 5) * 0.18 }, () =>
      shape(
        c,
        "M20 -18 C-30 -12 -60 -10 -80 -44 C-100 -60 -130 -60 -140 -48 C-118 -40 -104 -20 -98 0 C-104 18 -118 34 -138 40 C-120 52 -96 44 -80 28 C-50 12 -20 16 20 20 Z",
        body,
      ),
    );
    shape(
      c,
      "M200 0 C190 -66 60 -84 -20 -64 C-90 -48 -140 -26 -170 -4 C-130 22 -80 44 0 56 C100 68 194 56 200 0 Z",
      body,
    );
    shape(c, "M198 10 C150 24 80 26 20 22 C0 40 -20 46 -20 52 C60 66 190 64 198 10 Z", belly);
    at(c, 60, 30, { turn: 0.5 + sway(t, 5, 0.2) * 0.3 }, () =>
      shape(c, "M-18 0 C-10 40 -30 84 -62 110 C-56 70 -50 30 18 6 Z", body),
    );
    disc(c, 132, 2, 5, "#ffffff");
    disc(c, 133, 2, 3, "#0b1020");
  });
}

export function jellyfish(
  c: Context,
  x: number,
  y: number,
  size: number,
  bell: string,
  frill: string,
  t: number,
  o: { arms?: number; length?: number; glowing?: string } = {},
) {
  const pulse = sway(t, 2.2);
  const w = 50 * (1 + pulse * 0.12);
  const h = 46 * (1 - pulse * 0.14);
  const arms = o.arms ?? 7;
  at(c, x, y - pulse * size * 0.06, { scale: size / 100 }, () => {
    for (let i = 0; i < arms; i++) {
      const points: Point[] = [];
      const x0 = (i / (arms - 1) - 0.5) * w * 1.5;
      for (let k = 0; k <= 10; k++)
        points.push([x0 + sway(t, 2.6, k * 0.09 + i * 0.13) * k * 1.7, k * (o.length ?? 13)]);
      stroke(c, points, frill, i % 2 ? 2.2 : 4.5);
    }
    c.fillStyle = bell;
    c.beginPath();
    c.moveTo(-w, 4);
    c.bezierCurveTo(-w * 1.05, -h * 1.5, w * 1.05, -h * 1.5, w, 4);
    const lobes = 6;
    for (let i = 0; i < lobes; i++)
      c.quadraticCurveTo(w - ((i + 0.5) * 2 * w) / lobes, 14, w - ((i + 1) * 2 * w) / lobes, 4);
    c.fill();
    disc(c, 0, -h * 0.42, w * 0.55, o.glowing ?? frill, h * 0.3);
    shape(c, "M-34 -20 C-30 -38 -14 -46 -4 -46 C-18 -38 -26 -28 -28 -16 Z", "#ffffff66");
  });
}

/** A camel with rider's saddle, walking; phase is in steps. */
export function camel(
  c: Context,
  x: number,
  y: number,
  size: number,
  color: string,
  cloth: string,
  phase: number,
  face = 1,
) {
  at(c, x, y, { scale: size / 200, stretch: [face, 1] }, () => {
    const nod = Math.sin(phase * TAU) * 0.04;
    for (const [hipX, offset, tone] of [
      [-52, 0.5, 1],
      [44, 0.25, 1],
      [-44, 0, 0],
      [52, 0.75, 0],
    ] as const) {
      const s = Math.sin((phase + offset) * TAU);
      const bend = Math.max(0, Math.cos((phase + offset) * TAU)) * 14;
      c.globalAlpha = tone ? 0.8 : 1;
      stroke(
        c,
        [
          [hipX, -70],
          [hipX + s * 12, -36],
          [hipX + s * 26 - bend * 0.6, -bend * 0.5],
        ],
        color,
        11,
      );
      c.globalAlpha = 1;
    }
    shape(
      c,
      "M-74 -64 C-84 -96 -70 -110 -50 -112 C-34 -116 -30 -150 -8 -152 C14 -150 18 -118 34 -112 C56 -108 72 -92 66 -70 C40 -52 -40 -50 -74 -64 Z",
      color,
    );
    at(c, 58, -94, { turn: nod }, () => {
      stroke(
        c,
        [
          [-4, 6],
          [26, 14],
          [42, -20],
          [44, -52],
        ],
        color,
        17,
      );
      shape(
        c,
        "M34 -62 C34 -78 52 -80 62 -72 L80 -66 C84 -58 78 -52 66 -52 C52 -48 38 -48 34 -62 Z M40 -74 L38 -86 L48 -76 Z",
        color,
      );
    });
    shape(c, "M-34 -112 C-26 -150 8 -158 22 -114 L26 -80 L-36 -80 Z", cloth);
    shape(c, "M-36 -92 L26 -92 L26 -86 L-36 -86 Z", "#f6d48a");
    stroke(
      c,
      [
        [-74, -80],
        [-86, -56],
      ],
      color,
      4,
    );
  });
}

/** A llama or a deer, after its ears; `pack` draws a load. */
export function llama(
  c: Context,
  x: number,
  y: number,
  size: number,
  wool: string,
  phase: number,
  pack?: string,
  face = 1,
) {
  at(c, x, y, { scale: size / 150, stretch: [face, 1] }, () => {
    for (const [hipX, offset] of [
      [-34, 0.5],
      [32, 0.25],
      [-28, 0],
      [38, 0.75],
    ] as const) {
      const s = Math.sin((phase + offset) * TAU);
      stroke(
        c,
        [
          [hipX, -56],
          [hipX + s * 8, -28],
          [hipX + s * 17, 0],
        ],
        wool,
        9,
      );
    }
    shape(c, "M-52 -54 C-62 -88 -40 -96 -10 -92 C20 -96 50 -92 52 -64 C50 -44 -40 -40 -52 -54 Z", wool);
    stroke(
      c,
      [
        [40, -72],
        [54, -100],
        [56, -124],
      ],
      wool,
      17,
    );
    shape(
      c,
      "M46 -128 C44 -146 62 -146 68 -138 L82 -132 C84 -124 76 -120 66 -120 C56 -116 48 -118 46 -128 Z M50 -140 L46 -158 L56 -144 Z M60 -142 L60 -158 L66 -140 Z",
      wool,
    );
    disc(c, 65, -134, 2.4, "#1a1414");
    shape(c, "M-50 -74 C-62 -80 -60 -92 -48 -84 Z", wool);
    if (pack) shape(c, "M-30 -92 L24 -92 L28 -60 L-34 -60 Z M-22 -112 L16 -112 L20 -92 L-26 -92 Z", pack);
  });
}

export function snail(
  c: Context,
  x: number,
  y: number,
  size: number,
  body: string,
  shell: string,
  swirl: string,
  t: number,
  o: { mood?: "calm" | "shocked"; number?: () => void } = {},
) {
  const stretch = 1 + 0.1 * Math.sin(t * 3);
  at(c, x, y, { scale: size / 100 }, () => {
    at(c, 0, 0, { stretch: [stretch, 1] }, () =>
      shape(
        c,
        "M-60 0 C-50 -14 -20 -20 10 -18 C24 -18 30 -40 44 -46 C58 -48 66 -36 62 -24 C58 -8 50 0 36 0 Z",
        body,
      ),
    );
    for (const [dx, p] of [
      [46, 0],
      [56, 0.3],
    ] as const) {
      const tip: Point = [dx * stretch + 8 + sway(t, 1.7, p) * 4, -76];
      stroke(c, [[dx * stretch, -42], tip], body, 4.5);
      disc(c, tip[0], tip[1], o.mood === "shocked" ? 9 : 6.5, "#ffffff");
      disc(c, tip[0] + 2, tip[1], 3, "#1b1b1b");
    }
    disc(c, -10, -38, 36, shell);
    const points: Point[] = [];
    for (let k = 0; k < 40; k++) {
      const a = k * 0.36;
      points.push([-10 + Math.cos(a) * (32 - k * 0.78), -38 + Math.sin(a) * (32 - k * 0.78)]);
    }
    stroke(c, points, swirl, 5);
    o.number?.();
  });
}

export function tortoise(
  c: Context,
  x: number,
  y: number,
  size: number,
  skin: string,
  shell: string,
  t: number,
  o: { tie?: string; glasses?: boolean; face?: number; crawl?: number } = {},
) {
  at(c, x, y, { scale: size / 200, stretch: [o.face ?? 1, 1] }, () => {
    const step = Math.sin((o.crawl ?? 0) * TAU) * 8;
    for (const [lx, s] of [
      [-58, 1],
      [-20, -1],
      [30, 1],
      [62, -1],
    ] as const)
      stroke(
        c,
        [
          [lx, -30],
          [lx + step * s, -7],
        ],
        skin,
        22,
      );
    at(c, 78, -52, { turn: sway(t, 3) * 0.06 }, () => {
      stroke(
        c,
        [
          [-10, 6],
          [20, -22],
          [26, -44],
        ],
        skin,
        26,
      );
      disc(c, 34, -58, 27, skin, 23);
      disc(c, 44, -64, 8, "#ffffff", t % 3.4 < 0.14 ? 1.5 : 8);
      disc(c, 46, -64, 4, "#20241c", t % 3.4 < 0.14 ? 1 : 4);
      stroke(
        c,
        [
          [40, -46],
          [54, -46],
        ],
        "#20241c",
        3,
      );
      if (o.glasses) ring(c, 45, -64, 12, "#20241c", 3.5);
      if (o.tie) shape(c, "M20 -30 L34 -28 L30 -18 L38 16 L26 26 L20 14 L24 -18 Z", o.tie);
    });
    shape(c, "M-98 -30 C-96 -112 -40 -134 0 -134 C40 -134 92 -112 96 -30 Z", shell);
    for (const px of [-52, 0, 52])
      shape(c, `M${px - 22} -52 L${px - 12} -92 L${px + 12} -92 L${px + 22} -52 L${px} -40 Z`, "#00000022");
    stroke(
      c,
      [
        [-98, -30],
        [96, -30],
      ],
      "#00000033",
      8,
    );
  });
}

export function cat(c: Context, x: number, y: number, size: number, color: string, t: number, face = 1) {
  at(c, x, y, { scale: size / 100, stretch: [face, 1] }, () => {
    stroke(
      c,
      [
        [-26, -8],
        [-46, -14],
        [-50 + sway(t, 2.4) * 8, -44],
        [-42 + sway(t, 2.4) * 14, -62],
      ],
      color,
      8,
    );
    shape(c, "M-32 0 C-36 -40 -14 -58 8 -60 L22 -56 C28 -30 26 -12 28 0 Z", color);
    at(c, 16, -62, { turn: sway(t, 3.1) * 0.08 }, () => {
      disc(c, 0, -8, 20, color, 18);
      poly(
        c,
        [
          [-18, -12],
          [-16, -38],
          [-2, -22],
        ],
        color,
      );
      poly(
        c,
        [
          [18, -12],
          [16, -38],
          [2, -22],
        ],
        color,
      );
      const lid = t % 2.7 < 0.12 ? 0.8 : 5;
      disc(c, -7, -9, 4, "#f8e27a", lid);
      disc(c, 8, -9, 4, "#f8e27a", lid);
      disc(c, -7, -9, 1.5, "#101010", lid * 0.8);
      disc(c, 8, -9, 1.5, "#101010", lid * 0.8);
    });
  });
}

/** An origami crane: four folded planes whose wings beat by `flap` -1..1. */
export function crane(
  c: Context,
  x: number,
  y: number,
  size: number,
  light: string,
  dark: string,
  flap: number,
  face = 1,
  tilt = 0,
) {
  at(c, x, y, { scale: size / 100, stretch: [face, 1], turn: tilt * face }, () => {
    poly(
      c,
      [
        [-8, 0],
        [-70, -34],
        [-20, 16],
      ],
      dark,
    );
    poly(
      c,
      [
        [6, 6],
        [-40, -20 - flap * 66],
        [-14, 12],
      ],
      dark,
    );
    poly(
      c,
      [
        [-24, 14],
        [10, -8],
        [24, 12],
        [0, 26],
      ],
      light,
    );
    poly(
      c,
      [
        [10, 6],
        [62, -40],
        [24, 14],
      ],
      light,
    );
    poly(
      c,
      [
        [62, -40],
        [82, -26],
        [58, -28],
      ],
      dark,
    );
    poly(
      c,
      [
        [-20, 10],
        [14, -30 - flap * 62],
        [20, 12],
      ],
      light,
    );
    poly(
      c,
      [
        [14, -30 - flap * 62],
        [20, 12],
        [4, 8],
      ],
      dark,
    );
  });
}

export function beetleLight(c: Context, x: number, y: number, on: number, color: string) {
  c.save();
  c.globalAlpha = clamp(on);
  disc(c, x, y, 26, `${color}33`);
  disc(c, x, y, 13, `${color}77`);
  disc(c, x, y, 5, "#ffffff");
  c.restore();
}
