import { clamp, hash, random } from "./math";
import { type Context, disc, glow, type Point, poly, rect, stroke } from "./paint";

export interface City {
  seed: number;
  y: number;
  height: number;
  width?: number;
  color: string;
  lit?: string[];
  /** 0..1 of the windows are lit. */
  share?: number;
  shift?: number;
  roofs?: boolean;
}

/** A row of buildings that scrolls by `shift`. */
export function skyline(c: Context, s: City) {
  const w = s.width ?? 130;
  const first = Math.floor((s.shift ?? 0) / w) - 1;
  for (let i = first; i < first + 1600 / w + 3; i++) {
    const r = random(s.seed * 131 + i);
    const x = i * w - (s.shift ?? 0);
    const h = s.height * (0.4 + 0.6 * r());
    const bw = w * (0.78 + r() * 0.3);
    rect(c, x, s.y - h, bw, h + 900, s.color);
    if (s.roofs !== false && r() > 0.45) rect(c, x + bw * 0.3, s.y - h - 26, bw * 0.26, 30, s.color);
    if (s.roofs !== false && r() > 0.7)
      stroke(
        c,
        [
          [x + bw * 0.6, s.y - h],
          [x + bw * 0.6, s.y - h - 70],
        ],
        s.color,
        4,
      );
    if (!s.lit) continue;
    const cell = w / 5;
    for (let wy = s.y - h + 22; wy < s.y - 16; wy += cell * 1.25) {
      for (let wx = x + cell * 0.5; wx < x + bw - cell * 0.7; wx += cell) {
        if (r() < (s.share ?? 0.4))
          rect(c, wx, wy, cell * 0.55, cell * 0.75, s.lit[Math.floor(r() * s.lit.length)] ?? "#ffffff");
      }
    }
  }
}

/** A gabled house standing on x, y. */
export function house(
  c: Context,
  x: number,
  y: number,
  w: number,
  h: number,
  wall: string,
  roof: string,
  window: string,
  o: { chimney?: boolean; door?: string } = {},
) {
  if (o.chimney) rect(c, x + w * 0.22, y - h * 1.5, w * 0.13, h * 0.5, roof);
  rect(c, x - w / 2, y - h, w, h, wall);
  poly(
    c,
    [
      [x - w * 0.6, y - h],
      [x, y - h * 1.55],
      [x + w * 0.6, y - h],
    ],
    roof,
  );
  for (const dx of [-0.28, 0.28]) {
    rect(c, x + w * dx - w * 0.1, y - h * 0.76, w * 0.2, h * 0.3, window);
    stroke(
      c,
      [
        [x + w * dx, y - h * 0.76],
        [x + w * dx, y - h * 0.46],
      ],
      wall,
      3,
    );
  }
  if (o.door) rect(c, x - w * 0.09, y - h * 0.42, w * 0.18, h * 0.42, o.door);
}

export function lighthouse(
  c: Context,
  x: number,
  y: number,
  h: number,
  wall: string,
  stripe: string,
  lamp: string,
  shade = "#00000030",
) {
  const w = h * 0.2;
  const tower: Point[] = [
    [x - w * 0.62, y],
    [x - w * 0.4, y - h * 0.78],
    [x + w * 0.4, y - h * 0.78],
    [x + w * 0.62, y],
  ];
  poly(c, tower, wall);
  for (const [a, b] of [
    [0.1, 0.24],
    [0.4, 0.54],
    [0.66, 0.76],
  ] as const) {
    const wa = w * (0.62 - 0.22 * (a / 0.78));
    const wb = w * (0.62 - 0.22 * (b / 0.78));
    poly(
      c,
      [
        [x - wa, y - h * a],
        [x - wb, y - h * b],
        [x + wb, y - h * b],
        [x + wa, y - h * a],
      ],
      stripe,
    );
  }
  poly(
    c,
    [
      [x + w * 0.1, y],
      [x + w * 0.08, y - h * 0.78],
      [x + w * 0.4, y - h * 0.78],
      [x + w * 0.62, y],
    ],
    shade,
  );
  rect(c, x - w * 0.62, y - h * 0.8, w * 1.24, h * 0.03, "#20242e");
  rect(c, x - w * 0.3, y - h * 0.93, w * 0.6, h * 0.13, lamp);
  for (const dx of [-0.3, 0, 0.3]) rect(c, x + w * dx - 2, y - h * 0.93, 4, h * 0.13, "#20242e");
  poly(
    c,
    [
      [x - w * 0.4, y - h * 0.925],
      [x, y - h * 1.02],
      [x + w * 0.4, y - h * 0.925],
    ],
    stripe,
  );
}

/** A turning beam of light from x, y. `angle` 0 points at the viewer: the beam swells and passes. */
export function beam(c: Context, x: number, y: number, angle: number, color: string, length = 1900) {
  for (const offset of [0, Math.PI]) {
    const across = Math.sin(angle + offset);
    const toward = Math.cos(angle + offset);
    const spread = 0.04 + Math.abs(toward) ** 2 * 0.16;
    const tip = Math.sign(across) * length;
    c.save();
    c.globalAlpha *= clamp(Math.abs(across) * 1.6);
    poly(
      c,
      [
        [x, y - 8],
        [x + tip, y - length * spread - toward * 40],
        [x + tip, y + length * spread - toward * 40],
        [x, y + 8],
      ],
      color,
    );
    c.restore();
    if (toward > 0.9) glow(c, x, y, 420 * (toward - 0.9) * 10, "#fff6d0", 0.5, 4);
  }
}

export function lamp(c: Context, x: number, y: number, h: number, post: string, light: string) {
  stroke(
    c,
    [
      [x, y],
      [x, y - h],
      [x + h * 0.16, y - h],
    ],
    post,
    7,
  );
  poly(
    c,
    [
      [x + h * 0.1, y - h],
      [x + h * 0.22, y - h],
      [x + h * 0.27, y - h * 0.93],
      [x + h * 0.05, y - h * 0.93],
    ],
    post,
  );
  glow(c, x + h * 0.16, y - h * 0.9, h * 0.3, light, 0.6, 4);
  disc(c, x + h * 0.16, y - h * 0.92, h * 0.035, "#fffbe6");
}

export function windowGrid(
  c: Context,
  x: number,
  y: number,
  w: number,
  h: number,
  columns: number,
  rows: number,
  seed: number,
  colors: string[],
  share = 0.5,
) {
  for (let i = 0; i < columns * rows; i++) {
    if (hash(seed, i) > share) continue;
    const cx = x + ((i % columns) + 0.2) * (w / columns);
    const cy = y + (Math.floor(i / columns) + 0.2) * (h / rows);
    rect(
      c,
      cx,
      cy,
      (w / columns) * 0.6,
      (h / rows) * 0.6,
      colors[Math.floor(hash(seed + 1, i) * colors.length)] ?? "#ffffff",
    );
  }
}
