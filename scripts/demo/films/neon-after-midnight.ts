import type { Film } from "../film";
import * as k from "../kit";
import { neonAfterMidnightScore } from "../scores/neon-after-midnight";

const NEON = ["#ff2e88", "#22d3ee", "#ffb020", "#9b5cff"];

function sign(
  c: k.Context,
  x: number,
  y: number,
  words: string,
  color: string,
  size: number,
  on: boolean,
  vertical = false,
) {
  const tone = on ? color : k.mix(color, "#120a1f", 0.7);
  const letters = vertical ? [...words] : [words];
  const w = vertical ? size * 1.3 : words.length * size * 0.66 + 30;
  const h = vertical ? letters.length * size * 1.05 + 20 : size * 1.5;
  k.rect(c, x, y, w, h, "#0d0718", 10);
  c.strokeStyle = tone;
  c.lineWidth = 5;
  c.strokeRect(x + 7, y + 7, w - 14, h - 14);
  for (const [i, one] of letters.entries())
    k.letter(c, one, x + w / 2, y + size * 1.08 + i * size * 1.05 - (vertical ? 4 : 0), {
      font: "Bebas Neue",
      size,
      color: on ? "#ffffff" : tone,
    });
  if (on) k.glow(c, x + w / 2, y + h / 2, Math.max(w, h) * 0.8, color, 0.28, 5);
}

const lit = (t: number, seed: number) => k.noise(seed, t * 5) > 0.22;

/** The avenue, looking down it, taxis and rain. */
function avenue(c: k.Context, t: number, p: number) {
  k.bands(c, 0, 620, ["#0b0618", "#150a2c", "#241042", "#3b1559"]);
  k.skyline(c, {
    seed: 8,
    y: 610,
    height: 420,
    width: 120,
    color: "#1a0c33",
    lit: ["#ff2e8866", "#22d3ee55", "#ffd16655"],
    share: 0.28,
    shift: p * 60,
  });
  for (const side of [-1, 1]) {
    for (let i = 0; i < 4; i++) {
      const near = [0.34, 0.5, 0.72, 1][i] ?? 1;
      const edge = 800 + side * (120 + near * 640);
      k.poly(
        c,
        [
          [edge, 640 - near * 760],
          [edge + side * 420, 640 - near * 1000],
          [edge + side * 420, 1000],
          [edge, 640 + near * 130],
        ],
        ["#190b30", "#140926", "#0f071e", "#0a0516"][i] ?? "#0a0516",
      );
    }
  }
  sign(c, 150, 180, "HOTEL", NEON[0] ?? "", 74, lit(t, 1), true);
  sign(c, 1260, 130, "NOODLES", NEON[2] ?? "", 60, lit(t, 2));
  sign(c, 1330, 300, "BAR", NEON[1] ?? "", 90, lit(t, 3), true);
  sign(c, 430, 330, "24H", NEON[3] ?? "", 46, lit(t, 4));
  k.poly(
    c,
    [
      [700, 640],
      [900, 640],
      [1900, 900],
      [-300, 900],
    ],
    "#0d0719",
  );
  for (let i = 0; i < 9; i++) {
    const x = 160 + i * 160;
    k.rect(
      c,
      x + k.sway(t, 2, i) * 8,
      700 + (i % 3) * 30,
      18 + (i % 4) * 14,
      190,
      k.fade(NEON[i % 4] ?? "#ffffff", 0.22),
    );
  }
  for (let i = 0; i < 3; i++) {
    const z = k.wrap(t * 0.16 + i / 3, 1) ** 2;
    const s = 0.2 + z * 1.6;
    k.at(c, 800 + (i === 1 ? -1 : 1) * (40 + z * 380), 650 + z * 230, { scale: s }, () => {
      k.rect(c, -70, -70, 140, 60, "#1c1430", 16);
      k.rect(c, -50, -104, 100, 44, "#2a1f48", 14);
      for (const dx of [-52, 52]) k.disc(c, dx, -40, 14, i === 1 ? "#ff2e55" : "#fff3c0");
    });
  }
  k.rain(c, t, { color: "#9be7ff55", n: 44, slant: -0.12, length: 90 });
}

/** She waits under a red umbrella; the shop window counts the minutes. */
function corner(c: k.Context, t: number) {
  k.fill(c, "#12081f");
  k.rect(c, 0, 60, 900, 700, "#1d0e36");
  k.rect(c, 90, 150, 720, 520, "#0aa5bd");
  k.rect(c, 90, 150, 720, 520, "#22d3ee55");
  for (let i = 0; i < 5; i++)
    k.rect(c, 130 + i * 136, 470 - (i % 3) * 40, 90, 200 + (i % 3) * 40, "#0b5f78", 12);
  k.person(
    c,
    300,
    668,
    330,
    { top: "#0b4a5f", legs: "#0b4a5f", skin: "#0b4a5f", hair: "#0b4a5f" },
    k.poses.hold(),
  );
  for (let i = 1; i < 4; i++) k.rect(c, 90 + i * 180, 150, 8, 520, "#1d0e36");
  sign(c, 180, 70, "PAWN · GOLD · CASH", NEON[0] ?? "", 54, lit(t, 7));
  k.rect(c, 0, 760, 1600, 200, "#0a0514");
  for (let i = 0; i < 6; i++) k.rect(c, 140 + i * 120, 770, 60, 120, "#22d3ee22");
  k.lamp(c, 1400, 770, 600, "#05030b", "#ff9ad0");
  k.person(
    c,
    1130,
    800,
    440,
    {
      top: "#08040f",
      cut: "coat",
      legs: "#08040f",
      skin: "#e2b091",
      hair: "#08040f",
      hairstyle: "long",
      trim: "#08040f",
    },
    { ...k.poses.stand(t), armNear: [1.0, 2.7] },
  );
  c.fillStyle = "#e5173f";
  c.beginPath();
  c.arc(1165, 400, 190, Math.PI, k.TAU);
  for (let i = 0; i < 4; i++) c.arc(1307.5 - i * 95, 400, 47.5, 0, Math.PI, true);
  c.fill();
  k.stroke(
    c,
    [
      [1165, 210],
      [1165, 640],
    ],
    "#2a0610",
    7,
  );
  const x = 1700 - k.smooth(2.5, 6.5, t) * 340;
  k.person(
    c,
    x,
    810,
    460,
    { top: "#241a3a", cut: "coat", legs: "#120a1f", hat: "brim", hatColor: "#241a3a", skin: "#b98465" },
    k.poses.walk(t * 0.8),
    -1,
  );
  k.rain(c, t, { color: "#ff9ad055", n: 40, slant: -0.1, length: 80 });
}

/** The chase on the roofs. */
function roofs(c: k.Context, t: number) {
  k.bands(c, 0, 700, ["#1a0b33", "#3b1559", "#6d1a6b", "#b0246f", "#ff5c8a"]);
  k.disc(c, 420, 420, 170, "#ffd6a5");
  k.skyline(c, {
    seed: 12,
    y: 720,
    height: 300,
    width: 100,
    color: "#3a1256",
    lit: ["#ffd166"],
    share: 0.2,
    shift: t * 60,
    roofs: true,
  });
  const go = t * 430;
  for (let i = -1; i < 5; i++) {
    const n = i + Math.floor(go / 620);
    const x = n * 620 - go;
    const top = 690 + k.hash(5, n) * 30;
    k.rect(c, x, top, 520, 400, "#0a0516");
    k.rect(c, x + 380, top - 90, 80, 90, "#0a0516");
    k.stroke(
      c,
      [
        [x + 120, top],
        [x + 120, top - 150],
        [x + 90, top - 150],
        [x + 150, top - 150],
      ],
      "#0a0516",
      8,
    );
    k.windowGrid(c, x + 30, top + 60, 460, 160, 8, 2, n, ["#22d3ee", "#ffb020"], 0.3);
  }
  const hop = (offset: number) => {
    const place = k.wrap((go + offset) / 620, 1);
    return place > 0.76 ? Math.sin(((place - 0.76) / 0.24) * Math.PI) * 130 : 0;
  };
  k.person(
    c,
    980,
    700 - hop(980),
    230,
    { top: "#e5173f", cut: "coat", legs: "#08040f", skin: "#f0c7a8", hair: "#08040f", hairstyle: "long" },
    k.poses.run(t * 1.7),
  );
  k.person(
    c,
    560,
    700 - hop(560),
    240,
    { top: "#08040f", cut: "coat", legs: "#08040f", skin: "#c08a68", hat: "brim", hatColor: "#08040f" },
    k.poses.run(t * 1.7 + 0.4),
  );
  k.rain(c, t, { color: "#ffffff3a", n: 36, slant: -0.4, length: 80 });
}

function title(c: k.Context, t: number) {
  k.fill(c, "#0b0618");
  k.rain(c, t, { color: "#22d3ee33", n: 30, slant: -0.12 });
  const on = t > 0.9 || lit(t, 11);
  k.letter(c, "NEON AFTER", 800, 400, { font: "Monoton", size: 150, color: on ? "#ff2e88" : "#4a1233" });
  k.letter(c, "MIDNIGHT", 800, 580, { font: "Monoton", size: 170, color: on ? "#22d3ee" : "#0d4450" });
}

export const neonAfterMidnight: Film = {
  slug: "neon-after-midnight",
  height: 1080,
  shots: [
    { seconds: 7, draw: avenue, fadeFrom: "#000000" },
    { seconds: 8, draw: corner },
    { seconds: 6, draw: roofs },
    { seconds: 3, draw: title, fadeTo: "#000000" },
  ],
  score: neonAfterMidnightScore,
};
