import type { Film } from "../film";
import * as k from "../kit";
import { belowTheLightScore } from "../scores/below-the-light";

function water(c: k.Context, depth: number, t: number) {
  const top = ["#0e6e86", "#0b5873", "#094562", "#073352", "#052441"];
  const deep = ["#04122a", "#030e22", "#030a1b", "#020715", "#01040e"];
  k.bands(c, 0, 900, k.palette(top, deep, depth), 26);
  if (depth > 0.6) return;
  for (let i = 0; i < 6; i++) {
    const x = 200 + i * 260 + k.sway(t, 9, i * 0.2) * 60;
    k.poly(
      c,
      [
        [x, -20],
        [x + 90, -20],
        [x - 120 + i * 30, 900],
        [x - 330 + i * 30, 900],
      ],
      k.fade("#bff4ff", 0.08 * (1 - depth)),
    );
  }
}

/** The surface: a shoal that turns as one, and a whale behind it. */
function shoal(c: k.Context, t: number, p: number) {
  water(c, p * 0.25, t);
  k.whale(c, 300 + t * 70, 330, 620, "#0a3a57", "#2f7f9a", t);
  k.scatter(4, 70, (r, i) => {
    const a = t * 0.55 + i * 0.09 + r();
    const x = 980 + Math.cos(a) * (330 + r() * 190) + k.sway(t, 7) * 80;
    const y = 520 + Math.sin(a * 1.2) * (110 + r() * 130);
    k.fish(
      c,
      x,
      y,
      40 + r() * 26,
      r() > 0.5 ? "#d8f3f7" : "#9adbe5",
      "#6fc0d0",
      t + r() * 3,
      Math.sin(a) > 0 ? -1 : 1,
    );
  });
  k.rise(c, t, { n: 18, color: "#bff4ff", hollow: true, size: 9 });
}

/** The little submarine on its way down. */
function descent(c: k.Context, t: number, p: number) {
  water(c, 0.3 + p * 0.6, t);
  for (let i = 0; i < 5; i++)
    k.hills(c, {
      seed: 30 + i,
      y: 1500 - p * 640 - i * 30,
      height: 260 - i * 30,
      length: 300 + i * 60,
      color: k.mix("#0a2c46", "#02060f", i / 5),
      shift: i * 300,
    });
  const y = 380 + p * 60 + k.sway(t, 4) * 14;
  k.poly(
    c,
    [
      [900, y + 10],
      [1900, y - 160],
      [1900, y + 520],
    ],
    "#ffe9a826",
  );
  k.poly(
    c,
    [
      [900, y + 14],
      [1900, y + 20],
      [1900, y + 300],
    ],
    "#ffe9a826",
  );
  k.at(c, 740, y, { turn: 0.08 }, () => {
    k.rect(c, -190, -80, 340, 170, "#f2a900", 85);
    k.rect(c, -60, -124, 110, 60, "#f2a900", 20);
    k.rect(c, -30, -160, 12, 44, "#8a5d00");
    k.disc(c, 96, -2, 56, "#8a5d00");
    k.disc(c, 96, -2, 44, "#bdf3ff");
    k.person(
      c,
      92,
      46,
      84,
      { top: "#c43f2f", legs: "#c43f2f", skin: "#b77b55", hair: "#20120d" },
      k.poses.hold(),
    );
    for (const dx of [-120, -40]) k.disc(c, dx, 6, 26, "#8a5d00");
    k.at(c, -206, 6, { stretch: [1, Math.sin(t * 16)] }, () =>
      k.poly(
        c,
        [
          [0, 0],
          [-22, -60],
          [-22, 60],
        ],
        "#8a5d00",
      ),
    );
    k.disc(c, 156, 40, 14, "#fff7d6");
  });
  k.rise(c, t, {
    n: 16,
    color: "#8fd6e6",
    hollow: true,
    size: 8,
    x0: 430,
    x1: 620,
    y0: y - 40,
    y1: -60,
    speed: 190,
  });
  k.letter(c, `${Math.round(k.lerp(240, 3800, p))} m`, 130, 820, {
    font: "Inter",
    weight: 300,
    size: 62,
    color: "#d9f6ff",
    align: "left",
  });
}

/** Below the light: lamps with teeth, ribbons and stars. */
function abyss(c: k.Context, t: number) {
  water(c, 1, t);
  k.scatter(9, 46, (r) => {
    const x = k.wrap(r() * 1700 + t * (10 + r() * 14), 1700) - 50;
    k.disc(
      c,
      x,
      r() * 900,
      1.5 + r() * 3,
      ["#39e6c3", "#6ab7ff", "#d78bff"][Math.floor(r() * 3)] ?? "#ffffff",
    );
  });
  for (let i = 0; i < 46; i++) {
    const x = 1550 - i * 26 - t * 12;
    const y = 240 + Math.sin(i * 0.22 + t * 1.4) * 70;
    k.disc(c, x, y, 9 - i * 0.14, i % 3 ? "#8f4bd8" : "#ff7ad9");
  }
  const x = 420 + t * 34;
  const y = 540 + k.sway(t, 5) * 24;
  k.glow(c, x + 250, y - 170, 260, "#39e6c3", 0.55, 9);
  k.trace(
    c,
    `M${x + 40} ${y - 130} C${x + 80} ${y - 280} ${x + 220} ${y - 260} ${x + 250} ${y - 176}`,
    "#2b4a5e",
    9,
  );
  k.disc(c, x + 250, y - 170, 22, "#d6fff4");
  k.at(c, x, y, {}, () => {
    const jaw = 14 + 16 * Math.abs(k.sway(t, 6));
    k.shape(
      c,
      "M-250 10 C-330 -70 -330 -90 -340 -110 C-280 -90 -230 -60 -190 -40 C-120 -160 90 -180 170 -70 L200 -20 L40 20 L-120 60 C-200 60 -220 40 -250 10 C-300 60 -330 90 -340 120 C-270 110 -240 60 -200 40 Z",
      "#17384d",
    );
    k.at(c, 20, 30, { turn: jaw / 100 }, () => {
      k.shape(c, "M-160 10 C-100 130 90 120 176 20 L150 -4 L-60 10 Z", "#102a3b");
      for (let i = 0; i < 8; i++)
        k.poly(
          c,
          [
            [-10 + i * 21, 12 - i * 2],
            [0 + i * 21, -40 + (i % 2) * 14],
            [12 + i * 21, 10 - i * 2],
          ],
          "#e6f7f2",
        );
    });
    for (let i = 0; i < 8; i++)
      k.poly(
        c,
        [
          [10 + i * 22, 4 - i * 3],
          [20 + i * 22, 52 - (i % 2) * 18],
          [32 + i * 22, 2 - i * 3],
        ],
        "#e6f7f2",
      );
    k.disc(c, 82, -78, 24, "#e9ffd0");
    k.disc(c, 90, -78, 9, "#07111b");
  });
  for (const [jx, jy, s] of [
    [1240, 640, 130],
    [1420, 400, 90],
    [180, 260, 80],
  ] as const)
    k.jellyfish(c, jx, jy + k.sway(t, 7, jx) * 30, s, "#123d66", "#6ab7ff", t + jx, { glowing: "#39e6c3" });
  const shown = k.smooth(5.4, 6.8, t);
  c.globalAlpha = shown;
  k.letter(c, "below the light", 1180, 830, {
    font: "Poiret One",
    size: 110,
    color: "#d6fff4",
    tracking: 10,
    align: "center",
  });
  c.globalAlpha = 1;
}

export const belowTheLight: Film = {
  slug: "below-the-light",
  height: 1080,
  crf: 3,
  shots: [
    { seconds: 8, draw: shoal, fadeFrom: "#bff4ff" },
    { seconds: 8, draw: descent },
    { seconds: 9, draw: abyss, fadeTo: "#000000" },
  ],
  score: belowTheLightScore,
};
