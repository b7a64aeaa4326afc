import { clamp, hash, random, sway, TAU } from "./math";
import {
  at,
  type Context,
  disc,
  glow,
  type Paint,
  type Point,
  poly,
  rect,
  ring,
  shape,
  stroke,
} from "./paint";

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

/** A steam train heading right; wheels turn with `roll` (turns). */
export function train(
  c: Context,
  x: number,
  y: number,
  scale: number,
  o: { engine: string; cars: string[]; trim: string; window: string; roll: number; bounce?: number },
) {
  at(c, x, y, { scale }, () => {
    for (const [i, color] of o.cars.entries()) {
      const cx = -260 - i * 290;
      at(c, cx, Math.sin((o.bounce ?? 0) * 9 + i) * 1.5, {}, () =>
        carriage(c, color, o.trim, o.window, o.roll),
      );
      rect(c, cx + 250, -52, 44, 8, "#20222b");
    }
    shape(c, "M0 -44 L250 -44 L250 -118 L110 -118 L110 -190 L0 -190 Z", o.engine);
    rect(c, -10, -204, 132, 16, o.trim, 6);
    rect(c, 24, -168, 60, 48, o.window, 4);
    shape(c, "M198 -118 L194 -172 L186 -186 L232 -186 L224 -172 L220 -118 Z", o.engine);
    disc(c, 150, -118, 20, o.trim, 16);
    rect(c, 244, -110, 14, 60, o.trim, 4);
    disc(c, 258, -84, 12, "#ffe9a8");
    poly(
      c,
      [
        [250, -44],
        [292, -8],
        [236, -8],
      ],
      o.trim,
    );
    for (const [wx, wr] of [
      [44, 34],
      [124, 34],
      [200, 22],
      [232, 22],
    ] as const)
      wheel(c, wx, -wr, wr, o.roll * (34 / wr), o.trim);
    const rod = o.roll * TAU;
    stroke(
      c,
      [
        [44 + Math.cos(rod) * 18, -34 + Math.sin(rod) * 18],
        [124 + Math.cos(rod) * 18, -34 + Math.sin(rod) * 18],
      ],
      "#d8d8d8",
      7,
    );
  });
}

function carriage(c: Context, color: string, trim: string, window: string, roll: number) {
  rect(c, 0, -176, 250, 134, color, 10);
  rect(c, -6, -188, 262, 18, trim, 9);
  rect(c, 0, -84, 250, 8, trim);
  for (let i = 0; i < 4; i++) rect(c, 20 + i * 56, -154, 40, 52, window, 6);
  for (const wx of [44, 94, 164, 214]) wheel(c, wx, -19, 19, roll * 1.8, trim);
}

export function wheel(
  c: Context,
  x: number,
  y: number,
  r: number,
  turns: number,
  rim: string,
  hub = "#1c1d26",
) {
  disc(c, x, y, r, hub);
  ring(c, x, y, r * 0.86, rim, r * 0.16);
  for (let i = 0; i < 4; i++) {
    const a = (turns + i / 8) * TAU;
    stroke(
      c,
      [
        [x - Math.cos(a) * r * 0.8, y - Math.sin(a) * r * 0.8],
        [x + Math.cos(a) * r * 0.8, y + Math.sin(a) * r * 0.8],
      ],
      rim,
      r * 0.08,
    );
  }
}

/** Toothed wheel. */
export function gear(
  c: Context,
  x: number,
  y: number,
  r: number,
  teeth: number,
  turn: number,
  paint: Paint,
  hole: string,
  spokes = 5,
) {
  c.fillStyle = paint;
  c.beginPath();
  for (let i = 0; i < teeth; i++) {
    for (const [k, radius] of [
      [0, r * 0.88],
      [0.2, r],
      [0.5, r],
      [0.7, r * 0.88],
    ] as const) {
      const a = turn + ((i + k) / teeth) * TAU;
      c.lineTo(x + Math.cos(a) * radius, y + Math.sin(a) * radius);
    }
  }
  c.fill();
  for (let i = 0; i < spokes; i++) {
    const a = turn + ((i + 0.5) / spokes) * TAU;
    disc(c, x + Math.cos(a) * r * 0.52, y + Math.sin(a) * r * 0.52, r * (1.1 / spokes), hole);
  }
  disc(c, x, y, r * 0.16, hole);
}

/** A boat folded from a sheet of paper, `size` long. */
export function paperBoat(
  c: Context,
  x: number,
  y: number,
  size: number,
  light: string,
  dark: string,
  tilt = 0,
) {
  at(c, x, y, { scale: size / 100, turn: tilt }, () => {
    poly(
      c,
      [
        [-20, -10],
        [4, -52],
        [26, -10],
      ],
      light,
    );
    poly(
      c,
      [
        [4, -52],
        [26, -10],
        [6, -14],
      ],
      dark,
    );
    poly(
      c,
      [
        [-54, -24],
        [0, -6],
        [54, -24],
        [30, 10],
        [-30, 10],
      ],
      light,
    );
    poly(
      c,
      [
        [0, -6],
        [54, -24],
        [30, 10],
        [2, 10],
      ],
      dark,
    );
  });
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

export function lantern(
  c: Context,
  x: number,
  y: number,
  r: number,
  color: string,
  rib: string,
  t: number,
  seed = 0,
) {
  at(c, x, y, { turn: sway(t, 4, seed * 0.37) * 0.06 }, () => {
    stroke(
      c,
      [
        [0, -r * 1.8],
        [0, 0],
      ],
      rib,
      3,
    );
    glow(c, 0, r * 0.2, r * 2.1, color, 0.3, 3);
    disc(c, 0, r * 0.2, r, color, r * 0.82);
    for (const k of [-0.5, 0, 0.5])
      stroke(
        c,
        [
          [k * r, -r * 0.45],
          [k * r * 1.25, r * 0.2],
          [k * r, r * 0.85],
        ],
        rib,
        2,
      );
    rect(c, -r * 0.4, -r * 0.72, r * 0.8, r * 0.16, rib);
    rect(c, -r * 0.4, r * 0.94, r * 0.8, r * 0.16, rib);
    stroke(
      c,
      [
        [0, r],
        [0, r * 1.5],
      ],
      rib,
      4,
    );
  });
}

export function umbrella(
  c: Context,
  x: number,
  y: number,
  r: number,
  color: string,
  dark: string,
  turn: number,
  panels = 8,
) {
  for (let i = 0; i < panels; i++) {
    const a = turn + (i / panels) * TAU;
    const b = turn + ((i + 1) / panels) * TAU;
    const m = (a + b) / 2;
    c.fillStyle = i % 2 ? color : dark;
    c.beginPath();
    c.moveTo(x, y);
    c.lineTo(x + Math.cos(a) * r, y + Math.sin(a) * r);
    c.quadraticCurveTo(
      x + Math.cos(m) * r * 0.9,
      y + Math.sin(m) * r * 0.9,
      x + Math.cos(b) * r,
      y + Math.sin(b) * r,
    );
    c.fill();
  }
  disc(c, x, y, r * 0.07, "#222222");
}

/** A scooter with wheels at y. */
export function scooter(
  c: Context,
  x: number,
  y: number,
  scale: number,
  color: string,
  roll: number,
  face = 1,
) {
  at(c, x, y, { scale, stretch: [face, 1] }, () => {
    wheel(c, -62, -20, 20, roll, "#cfd2d8");
    wheel(c, 66, -20, 20, roll, "#cfd2d8");
    shape(
      c,
      "M-92 -34 C-92 -66 -60 -76 -16 -70 L-8 -34 L36 -34 L52 -96 L66 -100 L62 -84 L84 -34 L72 -32 L58 -50 L48 -20 L-30 -20 C-40 -40 -80 -44 -92 -34 Z",
      color,
    );
    rect(c, -74, -84, 66, 14, "#2b2226", 7);
    stroke(
      c,
      [
        [54, -96],
        [42, -112],
      ],
      "#2b2226",
      6,
    );
    disc(c, 72, -92, 8, "#fff3c0");
  });
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
