import { TAU } from "./math";
import { at, type Context, disc, shape, stroke } from "./paint";

export interface Face {
  skin: string;
  hair: string;
  dress: string;
  eyes?: "open" | "closed" | "down";
  mouth?: "calm" | "smile" | "open" | "tight";
  style?: "short" | "bob" | "bun" | "bald" | "long";
  blush?: string;
  glasses?: boolean;
  moustache?: string;
}

/** A bust from the front, about 400 units high, chin at 0,0. */
export function portrait(
  c: Context,
  x: number,
  y: number,
  scale: number,
  f: Face,
  o: { turn?: number; look?: number; blink?: boolean } = {},
) {
  at(c, x, y, { scale, turn: o.turn ?? 0 }, () => {
    if (f.style === "long")
      shape(c, "M-112 -170 C-140 40 -130 150 -110 200 L110 200 C130 150 140 40 112 -170 Z", f.hair);
    if (f.style === "bob")
      shape(c, "M-112 -150 C-128 -60 -122 10 -112 30 L112 30 C122 10 128 -60 112 -150 Z", f.hair);
    shape(c, "M-190 260 C-180 110 -110 70 -44 58 L44 58 C110 70 180 110 190 260 Z", f.dress);
    shape(c, "M-38 -30 L38 -30 L44 64 C20 92 -20 92 -44 64 Z", f.skin);
    disc(c, 0, -100, 88, f.skin, 106);
    hairline(c, f);
    features(c, f, o);
  });
}

function hairline(c: Context, f: Face) {
  if (f.style === "bald") return;
  if (f.style === "bun") disc(c, 0, -222, 44, f.hair);
  shape(
    c,
    "M-96 -90 C-110 -210 -40 -232 10 -222 C90 -222 112 -160 96 -90 C90 -140 60 -160 20 -166 C-30 -166 -76 -150 -96 -90 Z",
    f.hair,
  );
}

function features(c: Context, f: Face, o: { look?: number; blink?: boolean }) {
  const ink = "#1d1420";
  const dx = (o.look ?? 0) * 10;
  for (const side of [-1, 1]) {
    const ex = side * 34 + dx;
    if (f.eyes === "closed" || o.blink)
      stroke(
        c,
        [
          [ex - 14, -104],
          [ex, -99],
          [ex + 14, -104],
        ],
        ink,
        5,
      );
    else {
      disc(c, ex, -106, 15, "#ffffff", f.eyes === "down" ? 6 : 10);
      disc(c, ex + dx * 0.5, f.eyes === "down" ? -103 : -106, 7.5, ink);
    }
    stroke(
      c,
      [
        [ex - 16, -128],
        [ex + 16, -130],
      ],
      f.hair === f.skin ? ink : f.hair,
      6,
    );
    if (f.blush) disc(c, side * 54, -70, 16, f.blush, 11);
    if (f.glasses) {
      c.strokeStyle = ink;
      c.lineWidth = 5;
      c.beginPath();
      c.ellipse(ex, -106, 26, 23, 0, 0, TAU);
      c.stroke();
    }
  }
  stroke(
    c,
    [
      [dx + 2, -92],
      [dx + 9, -70],
      [dx - 4, -66],
    ],
    "#00000044",
    5,
  );
  if (f.moustache)
    shape(
      c,
      "M-46 -44 C-30 -66 -8 -62 0 -54 C8 -62 30 -66 46 -44 C26 -38 8 -42 0 -46 C-8 -42 -26 -38 -46 -44 Z",
      f.moustache,
    );
  const mouth = {
    calm: "M-20 -38 Q0 -34 20 -38",
    smile: "M-28 -44 Q0 -16 28 -44",
    open: "M-16 -42 Q0 -12 16 -42 Z",
    tight: "M-18 -36 L18 -37",
  };
  c.strokeStyle = "#7a2a30";
  const path = mouth[f.mouth ?? "calm"];
  if (f.mouth === "open") shape(c, path, "#7a2a30");
  else if (!f.moustache || f.mouth === "smile") at(c, dx, 0, {}, () => strokePath(c, path));
}

function strokePath(c: Context, d: string) {
  const [x0, y0, x1, y1, x2, y2] = (d.match(/-?\d+/g) ?? []).map(Number) as [
    number,
    number,
    number,
    number,
    number?,
    number?,
  ];
  c.lineWidth = 5.5;
  c.beginPath();
  c.moveTo(x0, y0);
  if (x2 === undefined || y2 === undefined) c.lineTo(x1, y1);
  else c.quadraticCurveTo(x1, y1, x2, y2);
  c.stroke();
}
