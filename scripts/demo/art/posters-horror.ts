import type { Artwork } from "../film";
import * as k from "../kit";
import { smallPrint } from "./frame";

const redLine: Artwork = (c) => {
  k.fill(c, "#f5f3ee");
  for (const [color, points] of [
    [
      "#1f6fd1",
      [
        [-20, 180],
        [300, 180],
        [820, 700],
      ],
    ],
    [
      "#2c9f5b",
      [
        [620, -20],
        [620, 360],
        [200, 780],
        [200, 1220],
      ],
    ],
    [
      "#f2b01e",
      [
        [-20, 980],
        [420, 980],
        [820, 580],
      ],
    ],
  ] as const)
    k.stroke(c, points, color, 26);
  k.stroke(
    c,
    [
      [110, -20],
      [110, 420],
      [330, 640],
      [330, 900],
      [540, 1100],
      [540, 1220],
    ],
    "#e0102a",
    44,
  );
  const stops: [string, number, number][] = [
    ["HARROW GATE", 110, 120],
    ["OLD MINT", 110, 330],
    ["SAINT VEY", 330, 700],
  ];
  for (const [name, x, y] of stops) {
    k.disc(c, x, y, 34, "#141414");
    k.disc(c, x, y, 21, "#ffffff");
    k.letter(c, name, x + 62, y + 16, {
      font: "Inter",
      weight: 700,
      size: 44,
      color: "#141414",
      align: "left",
    });
  }
  k.disc(c, 440, 1004, 62, "#141414");
  k.disc(c, 440, 1004, 44, "#e0102a");
  k.rect(c, 250, 400, 550, 190, "#e0102a");
  k.letter(c, "RED LINE", 276, 548, {
    font: "Inter",
    weight: 900,
    size: 128,
    color: "#ffffff",
    align: "left",
    tracking: -4,
    maxWidth: 500,
  });
  k.letter(c, "This station has no name.", 40, 1160, {
    font: "Inter",
    weight: 500,
    size: 21,
    color: "#141414",
    align: "left",
  });
  k.person(
    c,
    690,
    1190,
    250,
    {
      top: "#000000",
      cut: "coat",
      legs: "#000000",
      skin: "#e0102a",
      hair: "#000000",
      hat: "top",
      hatColor: "#000000",
    },
    k.poses.stand(),
    -1,
  );
};

const midnightInTheGreenhouse: Artwork = (c) => {
  k.fill(c, "#06110b");
  for (let i = 0; i < 9; i++)
    k.vine(
      c,
      i * 100,
      1220,
      900 + k.hash(2, i) * 300,
      (k.hash(3, i) - 0.5) * 0.6,
      (i % 2 ? 1 : -1) * 0.9,
      1,
      "#12402a",
      "#1b5c38",
      i + 4,
      13,
    );
  k.flower(c, 400, 470, 350, "#b3122b", "#1a0408", 1, 9, 0.2);
  k.flower(c, 400, 470, 230, "#7a0a1c", "#1a0408", 1, 9, 0.55);
  k.disc(c, 400, 470, 128, "#0a0204");
  for (let i = 0; i < 18; i++)
    k.at(c, 400, 470, { turn: (i / 18) * k.TAU }, () =>
      k.poly(
        c,
        [
          [-18, -132],
          [0, -66 - (i % 2) * 20],
          [18, -132],
        ],
        "#f3ead2",
      ),
    );
  k.person(
    c,
    400,
    520,
    96,
    { top: "#f3ead2", legs: "#f3ead2", skin: "#f3ead2", hair: "#f3ead2", cut: "coat" },
    k.poses.cheer(0.1),
  );
  k.letter(c, "Midnight", 400, 980, { font: "Playfair Display Italic", size: 190, color: "#f3ead2" });
  k.letter(c, "IN THE GREENHOUSE", 400, 1070, {
    font: "Bebas Neue",
    size: 78,
    color: "#e5334d",
    tracking: 12,
  });
  smallPrint(c, "Do not water after twelve", 1140, "#9fd65a");
};

export const horrorPosters: Record<string, Artwork> = {
  "red-line": redLine,
  "midnight-in-the-greenhouse": midnightInTheGreenhouse,
};
