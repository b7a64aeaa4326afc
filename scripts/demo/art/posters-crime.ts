import type { Artwork } from "../film";
import * as k from "../kit";
import { smallPrint } from "./frame";

const neonAfterMidnight: Artwork = (c) => {
  k.fill(c, "#0b0618");
  k.skyline(c, {
    seed: 8,
    y: 1200,
    height: 700,
    width: 130,
    color: "#1a0c33",
    lit: ["#ff2e8855", "#22d3ee44", "#ffd16644"],
    share: 0.3,
  });
  k.rect(c, 500, 60, 220, 1000, "#0d0718", 24);
  c.strokeStyle = "#ff2e88";
  c.lineWidth = 9;
  c.strokeRect(516, 76, 188, 968);
  k.glow(c, 610, 560, 560, "#ff2e88", 0.35, 10);
  for (const [i, one] of [..."NEON"].entries())
    k.letter(c, one, 610, 250 + i * 244, { font: "Monoton", size: 220, color: "#ffd6ea" });
  k.letter(c, "after", 60, 230, { font: "Caveat", weight: 700, size: 120, color: "#22d3ee", align: "left" });
  k.letter(c, "MID", 60, 350, { font: "Bebas Neue", size: 150, color: "#22d3ee", align: "left" });
  k.letter(c, "NIGHT", 60, 480, { font: "Bebas Neue", size: 150, color: "#22d3ee", align: "left" });
  k.person(
    c,
    230,
    1140,
    420,
    { top: "#05030b", cut: "coat", legs: "#05030b", skin: "#e2b091", hair: "#05030b", hairstyle: "long" },
    { ...k.poses.stand(), armNear: [1.0, 2.7] },
  );
  c.fillStyle = "#e5173f";
  c.beginPath();
  c.arc(262, 770, 180, Math.PI, k.TAU);
  for (let i = 0; i < 4; i++) c.arc(397 - i * 90, 770, 45, 0, Math.PI, true);
  c.fill();
  k.rain(c, 0.7, { color: "#9be7ff66", n: 70, slant: -0.12, length: 90 });
  k.rect(c, 0, 1140, 800, 60, "#05030b");
  smallPrint(c, "Everybody pays in the end", 1178, "#ff9ad0");
};

const theBlueprintJob: Artwork = (c) => {
  const line = "#dce9ff";
  k.fill(c, "#12408c");
  for (let i = 0; i < 21; i++) k.rect(c, i * 40, 0, i % 5 ? 1 : 2, 1200, "#2a5aa8");
  for (let i = 0; i < 31; i++) k.rect(c, 0, i * 40, 800, i % 5 ? 1 : 2, "#2a5aa8");
  k.trace(c, "M40 40 H760 V1160 H40 Z", line, 5);
  for (const r of [300, 262, 170, 70]) k.ring(c, 400, 420, r, line, 5);
  for (let i = 0; i < 48; i++)
    k.at(c, 400, 420, { turn: (i / 48) * k.TAU }, () =>
      k.stroke(
        c,
        [
          [0, -262],
          [0, i % 4 ? -280 : -298],
        ],
        line,
        4,
      ),
    );
  for (let i = 0; i < 5; i++)
    k.at(c, 400, 420, { turn: (i / 5) * k.TAU + 0.3 }, () =>
      k.stroke(
        c,
        [
          [0, -74],
          [0, -168],
        ],
        line,
        12,
      ),
    );
  k.cat(c, 404, 462, 110, "#dce9ff", 1);
  k.stroke(
    c,
    [
      [100, 110],
      [700, 110],
    ],
    "#6f97dd",
    3,
  );
  k.letter(c, "ø 2 400", 400, 100, { font: "Special Elite", size: 28, color: line });
  k.trace(c, "M80 1090 L220 800 H360 V760", "#ff5d4a", 8);
  k.disc(c, 360, 744, 16, "#ff5d4a");
  k.rect(c, 300, 850, 460, 310, "#12408c");
  k.trace(c, "M300 850 H760 V1160 H300 Z M300 1040 H760 M300 1100 H760 M530 1040 V1160", line, 5);
  k.letter(c, "THE BLUEPRINT", 330, 925, { font: "Bebas Neue", size: 78, color: line, align: "left" });
  k.letter(c, "JOB", 330, 1022, { font: "Bebas Neue", size: 112, color: "#ff5d4a", align: "left" });
  for (const [i, words] of ["scale 1 : 1 million", "sheet 1 of 1", "drawn: nobody", "checked: no"].entries())
    k.letter(c, words, 316 + (i % 2) * 228, 1080 + Math.floor(i / 2) * 60, {
      font: "Special Elite",
      size: 22,
      color: line,
      align: "left",
    });
};

const signalAtStationKilo: Artwork = (c) => {
  k.fill(c, "#07140f");
  for (let row = 0; row < 9; row++) {
    const odd = row === 5;
    k.letter(c, odd ? "YOU ARE HERE" : "SIGNAL AT STATION KILO", 400, 120 + row * 66, {
      font: "Special Elite",
      size: 52,
      color: odd ? "#ff4b3e" : k.mix("#0f3324", "#63e6a4", row / 9),
      maxWidth: 700,
    });
  }
  for (let i = 25; i >= 0; i--) {
    const points: k.Point[] = [];
    for (let x = 40; x <= 760; x += 8)
      points.push([
        x,
        1120 - i * 16 - 150 * Math.exp(-(((x - 400) / 150) ** 2)) * k.noise(i, x / 26) * (1 - i / 34),
      ]);
    k.poly(c, [[40, 1200], ...points, [760, 1200]], "#07140f");
    k.stroke(c, points, i === 9 ? "#ff4b3e" : "#63e6a4", 3.5);
  }
  smallPrint(c, "78° north. Someone is listening back.", 1172, "#63e6a4");
};

export const crimePosters: Record<string, Artwork> = {
  "neon-after-midnight": neonAfterMidnight,
  "the-blueprint-job": theBlueprintJob,
  "signal-at-station-kilo": signalAtStationKilo,
};
