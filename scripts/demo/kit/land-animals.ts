import { sway, TAU } from "./math";
import { at, type Context, disc, type Point, ring, shape, stroke } from "./paint";

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
