import type { Film } from "../film";
import * as k from "../kit";
import { twoCactiAtNoonScore } from "../scores/two-cacti-at-noon";

function hat(c: k.Context, x: number, y: number, s: number, color: string) {
  k.at(c, x, y, { scale: s }, () => {
    k.shape(c, "M-90 0 C-60 -26 60 -26 90 0 C60 16 -60 16 -90 0 Z", color);
    k.shape(c, "M-48 -8 C-52 -80 -20 -90 0 -74 C20 -90 52 -80 48 -8 Z", color);
    k.rect(c, -48, -26, 96, 12, "#2a1712");
  });
}

function cowboy(
  c: k.Context,
  x: number,
  y: number,
  h: number,
  o: { color: string; hat: string; lean?: number; eyes: number; star?: boolean; bandana?: string },
) {
  k.saguaro(c, x, y, h, o.color, "#00000022", o.lean);
  k.at(c, x, y, { turn: o.lean ?? 0, scale: h / 200 }, () => {
    hat(c, 0, -196, 0.62, o.hat);
    for (const dx of [-10, 10]) {
      k.disc(c, dx, -168, 7, "#fff6e0", Math.max(1.2, o.eyes * 7));
      if (o.eyes > 0.3) k.disc(c, dx, -168, 3, "#1a1210");
    }
    k.stroke(
      c,
      [
        [-20, -178],
        [-4, -174],
      ],
      "#1a1210",
      3.5,
    );
    k.stroke(
      c,
      [
        [20, -178],
        [4, -174],
      ],
      "#1a1210",
      3.5,
    );
    if (o.bandana) k.shape(c, "M-22 -150 L22 -150 L0 -124 Z", o.bandana);
    if (o.star)
      for (let i = 0; i < 5; i++)
        k.at(c, 8, -112, { turn: (i / 5) * k.TAU }, () =>
          k.poly(
            c,
            [
              [-4, 0],
              [0, -12],
              [4, 0],
            ],
            "#ffd23f",
          ),
        );
  });
}

function street(c: k.Context, t: number) {
  k.fill(c, "#ffb13d");
  k.sun(c, 800, 250, 150, "#fff1b8", { color: "#ffc05c", n: 14, turn: t * 0.05, length: 1400 });
  k.shape(
    c,
    "M-20 640 L120 420 L300 400 L340 600 L520 640 L1060 640 L1130 470 L1290 450 L1330 380 L1500 380 L1620 640 Z",
    "#d9632f",
  );
  k.shape(
    c,
    "M300 400 L340 600 L520 640 L380 640 L280 520 Z M1330 380 L1500 380 L1620 640 L1460 640 Z",
    "#b84a24",
  );
  k.rect(c, -10, 640, 1700, 300, "#f2cf8f");
  k.poly(
    c,
    [
      [620, 640],
      [980, 640],
      [1500, 920],
      [100, 920],
    ],
    "#e8bd74",
  );
}

/** Two of them, and the whole street between. */
function standoff(c: k.Context, t: number, p: number) {
  street(c, t);
  cowboy(c, 260, 830, 430, { color: "#2f7d4f", hat: "#3a2218", eyes: 0.8, star: true });
  cowboy(c, 1340, 830, 430, { color: "#4f8f3f", hat: "#1a1210", eyes: 0.6, bandana: "#c8372d" });
  k.at(c, -150 + p * 1900, 760 - Math.abs(Math.sin(t * 3)) * 90, { turn: t * 4 }, () => {
    for (let i = 0; i < 9; i++)
      k.at(c, 0, 0, { turn: i * 0.7, stretch: [1, 0.5] }, () =>
        k.ring(c, 0, 0, 62 - (i % 3) * 10, i % 2 ? "#9a6a34" : "#b98545", 5),
      );
  });
  k.rect(c, 0, 0, 1600, 90, "#1a1210");
  k.rect(c, 0, 810 + 20, 1600, 90, "#1a1210");
}

/** Eyes. Only eyes. */
function eyes(c: k.Context, t: number) {
  for (const [i, color] of ["#2f7d4f", "#4f8f3f"].entries()) {
    const y = i * 450;
    k.rect(c, -10, y, 1700, 450, color);
    for (let n = 0; n < 11; n++) k.rect(c, n * 160 + 30, y, 10, 450, "#00000018");
    k.rect(c, -10, y, 1700, 96, i ? "#1a1210" : "#3a2218");
    const squint = 0.55 + 0.3 * k.sway(t, 3, i * 0.5);
    for (const dx of [-260, 260]) {
      k.disc(c, 800 + dx, y + 250, 150, "#fff6e0", 90 * squint);
      k.disc(c, 800 + dx + k.sway(t, 2.4, i * 0.3) * 40, y + 250, 46, "#1a1210", Math.min(46, 88 * squint));
      const inner = dx < 0 ? 1 : -1;
      k.stroke(
        c,
        [
          [800 + dx - inner * 170, y + 130],
          [800 + dx + inner * 170, y + 200],
        ],
        i ? "#1a1210" : "#3a2218",
        44,
      );
    }
    const drop = k.wrap(t * 0.4 + i * 0.5, 1);
    k.disc(c, 1320, y + 120 + drop * 300, 16, "#bfe9f2", 24);
  }
  k.rect(c, -10, 440, 1700, 20, "#ffb13d");
}

/** The draw: from behind their backs come two flowers. */
function draw(c: k.Context, t: number, p: number) {
  street(c, t);
  const near = k.smooth(0.15, 0.5, p);
  const x0 = k.lerp(300, 640, near);
  const hop = Math.abs(Math.sin(t * 6)) * (near > 0 && near < 1 ? 30 : 0);
  cowboy(c, x0, 830 - hop, 430, {
    color: "#2f7d4f",
    hat: "#3a2218",
    eyes: 0.9,
    star: true,
    lean: 0.08 * near,
  });
  cowboy(c, 1600 - x0, 830 - hop, 430, {
    color: "#4f8f3f",
    hat: "#1a1210",
    eyes: 0.9,
    bandana: "#c8372d",
    lean: -0.08 * near,
  });
  const bloom = k.spring((p - 0.5) * 4);
  if (p > 0.5) {
    k.flower(c, x0 + 130, 560, 66 * bloom, "#ff5d8f", "#ffd23f", 1, 8, t * 0.3);
    k.flower(c, 1470 - x0, 560, 66 * bloom, "#fff1b8", "#c8372d", 1, 8, -t * 0.3);
    k.drift(c, t, { n: 22, colors: ["#ff5d8f", "#fff1b8", "#c8372d"], fall: 120, wind: 60, size: 15 });
  }
  if (p > 0.62) {
    k.letter(c, "TWO CACTI", 800, 190, { font: "Rye", size: 150, color: "#7a2417" });
    k.letter(c, "AT NOON", 800, 320, { font: "Rye", size: 110, color: "#7a2417" });
  }
}

export const twoCactiAtNoon: Film = {
  slug: "two-cacti-at-noon",
  height: 480,
  shots: [
    { seconds: 8, draw: standoff, fadeFrom: "#1a1210" },
    { seconds: 6, draw: eyes },
    { seconds: 8, draw: draw, fadeTo: "#1a1210" },
  ],
  score: twoCactiAtNoonScore,
};
