import type { Film } from "../film";
import * as k from "../kit";
import { midnightInTheGreenhouseScore } from "../scores/midnight-in-the-greenhouse";

const DARK = "#07130d";

function panes(c: k.Context, color: string) {
  for (let i = 0; i < 9; i++)
    k.stroke(
      c,
      [
        [i * 200, 0],
        [800 + (i - 4) * 120, 420],
        [800 + (i - 4) * 120, 900],
      ],
      color,
      7,
    );
  for (let i = 0; i < 5; i++)
    k.stroke(
      c,
      [
        [0, 420 + i * 120],
        [1600, 420 + i * 120],
      ],
      color,
      5,
    );
  k.stroke(
    c,
    [
      [-10, 420],
      [1610, 420],
    ],
    color,
    12,
  );
}

/** The glasshouse from the lawn, one lamp moving inside. */
function outside(c: k.Context, t: number, p: number) {
  k.bands(c, 0, 900, ["#020806", "#04100b", "#071a12", "#0b2519"]);
  k.disc(c, 260, 170, 84, "#dce8c8");
  for (let i = 0; i < 5; i++) k.bareTree(c, 70 + i * 380, 760, 420, "#020503", i + 3);
  k.shape(c, "M360 760 L360 470 C380 300 600 220 800 200 C1000 220 1220 300 1240 470 L1240 760 Z", "#12402a");
  k.glow(c, 520 + p * 520, 600, 280, "#e9ff8f", 0.6, 9);
  for (let i = 0; i < 8; i++) {
    const x = 400 + i * 110;
    k.vine(
      c,
      x,
      760,
      330 + k.hash(2, i) * 120,
      (k.hash(4, i) - 0.5) * 0.5,
      k.sway(t, 6, i * 0.3) * 0.8,
      0.6 + 0.4 * p,
      "#04140c",
      "#061d12",
      i + 2,
      9,
    );
  }
  k.person(
    c,
    500 + p * 520,
    758,
    150,
    { top: DARK, legs: DARK, skin: DARK, hair: DARK, cut: "coat" },
    k.poses.walk(t * 0.8),
  );
  for (let i = 0; i <= 8; i++)
    k.stroke(
      c,
      [
        [360 + i * 110, 760],
        [360 + i * 110, 470],
        [800 + (i - 4) * 84, 205 + Math.abs(i - 4) * 18],
      ],
      "#8fb89a",
      5,
    );
  k.stroke(
    c,
    [
      [360, 470],
      [1240, 470],
    ],
    "#8fb89a",
    7,
  );
  k.rect(c, -10, 758, 1700, 200, "#020604");
  k.grass(c, 770, "#020604", t, { h: 50 });
}

/** Seeds wake. The flowers have something to say. */
function bloom(c: k.Context, t: number, p: number) {
  k.fill(c, "#0a1f14");
  panes(c, "#12331f");
  for (let i = 0; i < 9; i++) {
    const grown = k.clamp(p * 1.7 - i * 0.06);
    const tip = k.vine(
      c,
      60 + i * 185,
      930,
      520 + k.hash(3, i) * 260,
      (k.hash(5, i) - 0.5) * 0.7,
      (i % 2 ? 1 : -1) * (0.7 + k.sway(t, 4, i) * 0.2),
      grown,
      "#1f6b3a",
      "#2f8f4a",
      i + 11,
      12,
    );
    if (grown > 0.7) {
      const open = k.smooth(0.7, 1, grown);
      k.flower(c, tip[0], tip[1], 92 * open, "#b3122b", "#1a0408", 1, 7, i + t * 0.1);
      const jaw = 0.5 + 0.5 * k.sway(t, 1.2, i * 0.31);
      for (let n = 0; n < 9; n++)
        k.at(c, tip[0], tip[1], { turn: (n / 9) * k.TAU }, () =>
          k.poly(
            c,
            [
              [-6, -34 * open],
              [0, -12 - 10 * jaw],
              [6, -34 * open],
            ],
            "#f3ead2",
          ),
        );
    }
  }
  k.drift(c, t, { n: 26, colors: ["#d6ff6b", "#9fd65a"], fall: -40, wind: 20, size: 6 });
}

/** She holds the lamp up. It is not enough. */
function lampScene(c: k.Context, t: number, p: number) {
  const flicker = k.noise(4, t * 9) > 0.25 || p < 0.3 ? 1 : 0.25;
  k.fill(c, "#050c08");
  k.glow(c, 800, 470, 560, "#d9f27a", 0.7 * flicker * (1 - p * 0.5), 10);
  k.portrait(
    c,
    800,
    640,
    1.2,
    {
      skin: k.mix("#c8b694", "#1d2a1c", 1 - flicker * 0.9),
      hair: "#1a0f0a",
      dress: "#23372a",
      style: "bob",
      eyes: "open",
      mouth: p > 0.6 ? "open" : "tight",
    },
    { look: k.sway(t, 3), blink: false },
  );
  const close = k.smooth(0.2, 1, p);
  for (let i = 0; i < 12; i++) {
    const side = i % 2 ? 1 : -1;
    k.vine(
      c,
      800 + side * 880,
      60 + i * 76,
      1100 * close,
      -side * (1.2 + k.hash(2, i) * 0.6),
      -side * k.sway(t, 5, i * 0.2) * 0.7,
      close,
      "#0f3d22",
      "#1b6b38",
      i + 30,
      15,
    );
  }
  if (p > 0.8) k.fill(c, k.fade("#b3122b", k.smooth(0.8, 1, p)));
}

function title(c: k.Context, _t: number, p: number) {
  k.fill(c, "#b3122b");
  for (let i = 0; i < 12; i++)
    k.vine(
      c,
      130 * i,
      i % 2 ? -20 : 920,
      520,
      i % 2 ? Math.PI : 0,
      (i % 3) - 1,
      p * 1.3,
      "#7a0a1c",
      "#8f0f22",
      i,
      12,
    );
  k.letter(c, "Midnight", 800, 380, { font: "Playfair Display Italic", size: 190, color: "#0a0506" });
  k.letter(c, "IN THE GREENHOUSE", 800, 520, {
    font: "Bebas Neue",
    size: 120,
    color: "#f3ead2",
    tracking: 18,
  });
}

export const midnightInTheGreenhouse: Film = {
  slug: "midnight-in-the-greenhouse",
  height: 480,
  shots: [
    { seconds: 7, draw: outside, fadeFrom: "#000000" },
    { seconds: 7, draw: bloom },
    { seconds: 6, draw: lampScene },
    { seconds: 4, draw: title, fadeTo: "#000000" },
  ],
  score: midnightInTheGreenhouseScore,
};
