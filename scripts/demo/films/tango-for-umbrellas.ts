import type { Film } from "../film";
import * as k from "../kit";
import { tangoForUmbrellasScore } from "../scores/tango-for-umbrellas";

const GREYS = ["#4c5566", "#5a6475", "#3f4757", "#687284"];

function cobbles(c: k.Context, t: number) {
  k.fill(c, "#2e3440");
  for (let ring = 1; ring < 11; ring++) {
    const n = 8 + ring * 6;
    for (let i = 0; i < n; i++) {
      const a = (i / n) * k.TAU + ring * 0.2;
      k.disc(
        c,
        800 + Math.cos(a) * ring * 96,
        450 + Math.sin(a) * ring * 96,
        40,
        ring % 2 ? "#353c4a" : "#323845",
        40,
      );
    }
  }
  k.disc(c, 800, 450, 60, "#454e60");
  k.scatter(7, 16, (r) => {
    const age = k.wrap(t * 0.9 + r(), 1);
    k.ring(c, r() * 1600, r() * 900, 6 + age * 34, k.fade("#aab6c8", 1 - age), 3);
  });
}

const pairAt = (t: number): [k.Point, k.Point] => {
  const cx = 800 + Math.sin(t * 0.7) * 260;
  const cy = 450 + Math.sin(t * 1.4) * 130;
  const a = t * 1.9;
  const near = 120 + 60 * Math.sin(t * 0.95);
  return [
    [cx + Math.cos(a) * near, cy + Math.sin(a) * near],
    [cx - Math.cos(a) * near, cy - Math.sin(a) * near],
  ];
};

/** From a window high above the square. */
function above(c: k.Context, t: number) {
  cobbles(c, t);
  const [red, black] = pairAt(t);
  for (let i = 0; i < 12; i++) {
    const a = (i / 12) * k.TAU - t * 0.28;
    const r = 560 + (i % 3) * 70;
    k.umbrella(
      c,
      800 + Math.cos(a) * r * 1.2,
      450 + Math.sin(a) * r * 0.72,
      92,
      GREYS[i % 4] ?? "#4c5566",
      "#2a303c",
      a + t * 0.4,
    );
  }
  k.disc(c, red[0] + 22, red[1] + 26, 150, "#00000044");
  k.umbrella(c, red[0], red[1], 150, "#d7263d", "#a3152c", t * 1.4);
  k.disc(c, black[0] + 22, black[1] + 26, 150, "#00000044");
  k.umbrella(c, black[0], black[1], 150, "#f0c24b", "#c8962a", -t * 1.4);
}

/** Feet in puddles; the city stands on its head between them. */
function feet(c: k.Context, t: number) {
  k.bands(c, 0, 400, ["#1e222c", "#272d3a", "#323a4a"]);
  k.rect(c, 0, 380, 1600, 540, "#3d4658");
  k.at(c, 0, 760, { stretch: [1, -1] }, () => {
    k.skyline(c, {
      seed: 9,
      y: 380,
      height: 230,
      width: 140,
      color: "#2c3342",
      lit: ["#f0c24b"],
      share: 0.4,
      shift: t * 30,
    });
  });
  k.poly(
    c,
    [
      [-10, 380],
      [1700, 380],
      [1700, 450],
      [-10, 420],
    ],
    "#4a5468",
  );
  const beat = t * 1.05;
  const step = (offset: number) => Math.sin((beat + offset) * k.TAU);
  const leg = (x: number, offset: number, cloth: string, shoe: string, heel: boolean) => {
    const s = step(offset);
    const lift = Math.max(0, Math.cos((beat + offset) * k.TAU)) * 46;
    k.stroke(
      c,
      [
        [x, -40],
        [x + s * 40, 330],
        [x + s * 110, 690 - lift],
      ],
      cloth,
      heel ? 46 : 84,
    );
    k.at(c, x + s * 110, 700 - lift, {}, () =>
      heel
        ? k.shape(c, "M-26 -20 L30 -20 L86 26 L80 38 L30 30 L-10 4 L-16 40 L-26 40 Z", shoe)
        : k.shape(c, "M-42 -24 L42 -24 L110 16 L108 40 L-44 40 Z", shoe),
    );
    if (lift < 6)
      for (let i = 0; i < 3; i++)
        k.at(c, x + s * 110 + 20, 744, { stretch: [1, 0.25] }, () =>
          k.ring(c, 0, 0, 40 + i * 44 + (beat % 0.5) * 60, "#aab6c8aa", 5),
        );
  };
  leg(700, 0.5, "#e3b18c", "#d7263d", true);
  leg(960, 0, "#15181f", "#0b0d12", false);
  leg(620, 0, "#e3b18c", "#d7263d", true);
  leg(1060, 0.5, "#15181f", "#0b0d12", false);
  k.shape(c, "M470 -20 L860 -20 L800 180 L840 240 L700 200 L560 260 L520 170 Z", "#d7263d");
  k.rain(c, t, { color: "#cfd8e655", n: 34, slant: -0.06, length: 70 });
}

/** They let go of the umbrellas. */
function letGo(c: k.Context, t: number, p: number) {
  k.bands(c, 0, 900, ["#5a6475", "#7d8596", "#b3a9a9", "#e3c3a5", "#f7dcae"], 12);
  k.skyline(c, { seed: 9, y: 800, height: 300, width: 140, color: "#3f4757", lit: ["#f7dcae"], share: 0.25 });
  k.rect(c, 0, 800, 1600, 120, "#2e3440");
  for (let i = 0; i < 9; i++) {
    const u = k.clamp(p * 1.6 - i * 0.07);
    k.umbrella(
      c,
      180 + i * 160 + u * 80,
      860 - u * (300 + (i % 4) * 90),
      60 + u * 26,
      i === 4 ? "#d7263d" : i === 5 ? "#f0c24b" : (GREYS[i % 4] ?? ""),
      i === 4 ? "#a3152c" : i === 5 ? "#c8962a" : "#2a303c",
      t + i,
    );
  }
  const swing = k.sway(t, 2.4) * 0.12;
  k.person(
    c,
    740,
    850,
    400,
    {
      top: "#d7263d",
      cut: "dress",
      legs: "#e3b18c",
      shoes: "#d7263d",
      skin: "#e3b18c",
      hair: "#1c1216",
      hairstyle: "bun",
    },
    { armNear: [1.5, 1.7], armFar: [1.3, 1.7], legNear: [0.2, 0], legFar: [-0.5, -0.7], lean: -0.12 + swing },
  );
  k.person(
    c,
    880,
    850,
    430,
    {
      top: "#15181f",
      legs: "#15181f",
      skin: "#b9805c",
      hair: "#0b0d12",
      cut: "plain",
      hat: "brim",
      hatColor: "#15181f",
    },
    {
      armNear: [1.3, 1.5],
      armFar: [1.5, 1.6],
      legNear: [0.3, 0.1],
      legFar: [-0.2, -0.2],
      lean: 0.06 - swing,
    },
    -1,
  );
  if (p > 0.4) {
    c.globalAlpha = k.smooth(0.4, 0.6, p);
    k.letter(c, "Tango for Umbrellas", 800, 190, { font: "Limelight", size: 120, color: "#fff1d6" });
    c.globalAlpha = 1;
  }
}

export const tangoForUmbrellas: Film = {
  slug: "tango-for-umbrellas",
  height: 480,
  crf: 2,
  shots: [
    { seconds: 8, draw: above, fadeFrom: "#2e3440" },
    { seconds: 6, draw: feet },
    { seconds: 8, draw: letGo, fadeTo: "#2e3440" },
  ],
  score: tangoForUmbrellasScore,
};
