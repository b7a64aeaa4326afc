import type { Artwork } from "../film";
import * as k from "../kit";
import { smallPrint } from "./frame";

const fourSeasonsExpress: Artwork = (c) => {
  const rows = [
    ["#f9d7e0", "#d987a5", "#f0a9bf", "#fbd0da"],
    ["#86d0e4", "#1f6a3a", "#2f8a4a", "#57ad58"],
    ["#f6c177", "#9c2f1c", "#cf5322", "#eb8a2d"],
    ["#c3d3e2", "#9fb3c7", "#dbe5ee", "#ffffff"],
  ] as const;
  for (const [i, [sky, a, b, light]] of rows.entries()) {
    const y = 40 + i * 245;
    k.clipped(
      c,
      () => c.roundRect(40, y, 720, 225, 24),
      () => {
        k.rect(c, 0, y, 800, 240, sky);
        k.disc(c, 640 - i * 150, y + 66, 36, "#fff6d8");
        for (let n = 0; n < 6; n++)
          k.tree(c, 70 + n * 135 + i * 20, y + 190, 165, "#4b3226", [a, b, light], n + i * 3);
        k.rect(c, 0, y + 186, 800, 60, i === 3 ? "#f3f6f9" : b);
        k.train(c, k.pick([560, 330, 620, 420], i), y + 204, 0.44, {
          engine: "#1d3f54",
          cars: ["#c23b33", "#c23b33", "#c23b33"],
          trim: "#e9b44c",
          window: "#ffe9ae",
          roll: i * 0.2,
        });
      },
    );
  }
  k.rect(c, 0, 1020, 800, 180, "#a32a34");
  k.letter(c, "The Four Seasons", 400, 1098, {
    font: "Limelight",
    size: 78,
    color: "#fdf3e0",
    maxWidth: 700,
  });
  k.letter(c, "EXPRESS", 400, 1168, { font: "Limelight", size: 60, color: "#f6c177", tracking: 22 });
};

const paperFleet: Artwork = (c) => {
  k.fill(c, "#fbe8c6");
  const rows = [
    ["PAPER", "#f27059"],
    ["FLEET", "#3aa6a0"],
  ] as const;
  for (const [i, [word, color]] of rows.entries())
    k.letter(c, word, 400, 330 + i * 270, { font: "Shrikhand", size: 250, color, maxWidth: 720 });
  const boats = [
    ["#ffffff", "#d6dbe6"],
    ["#f7d154", "#d6a92e"],
    ["#e8543f", "#b93a2b"],
    ["#4aa3df", "#2c7bb3"],
    ["#7ac36a", "#55994a"],
  ] as const;
  for (const [i, [light, dark]] of boats.entries()) {
    k.at(c, 0, 720 + i * 96, {}, () =>
      k.sea(c, i * 1.7, 0, [k.pick(["#7fd0c6", "#5dbdb5", "#43a9a4", "#2f9490", "#1f7b80"], i)], {
        height: 22,
        length: 340,
        bottom: 500,
      }),
    );
    k.paperBoat(c, 140 + ((i * 290) % 560), 706 + i * 96, 190 + i * 16, light, dark, (i % 2 ? 1 : -1) * 0.07);
  }
  smallPrint(c, "Five boats. One gutter. The whole wide pond.", 1150, "#e3f7f2");
};

const aMinuteForClara: Artwork = (c) => {
  k.fill(c, "#241a2c");
  for (const [x, y, r, n] of [
    [80, 120, 190, 26],
    [720, 200, 170, 22],
    [60, 1080, 220, 30],
    [740, 1090, 200, 26],
  ] as const)
    k.gear(c, x, y, r, n, x, "#3a2a3f", "#241a2c");
  k.disc(c, 400, 560, 330, "#e3b45a");
  k.disc(c, 400, 560, 300, "#fbf0d4");
  const words = "A MINUTE FOR CLARA · A MINUTE FOR CLARA · ";
  for (const [i, one] of [...words].entries())
    k.at(c, 400, 560, { turn: (i / words.length) * k.TAU - 1.2 }, () =>
      k.letter(c, one, 0, -242, { font: "Playfair Display", weight: 700, size: 50, color: "#241a2c" }),
    );
  k.stroke(
    c,
    [
      [400, 560],
      [400, 370],
    ],
    "#241a2c",
    18,
  );
  k.stroke(
    c,
    [
      [400, 560],
      [286, 470],
    ],
    "#a83a2f",
    14,
  );
  k.disc(c, 400, 560, 24, "#241a2c");
  k.person(
    c,
    400,
    372,
    130,
    { top: "#2f8f83", cut: "dress", skin: "#f2cfae", hair: "#5a2417", hairstyle: "bun", legs: "#f4ead6" },
    k.poses.cheer(),
  );
  k.letter(c, "Clara", 400, 1060, { font: "Playfair Display Italic", size: 210, color: "#e3b45a" });
  smallPrint(c, "The city has lost one. She kept it.", 1140, "#f7e6bd");
};

const snailDerby: Artwork = (c) => {
  k.fill(c, "#ffd23f");
  for (let i = 0; i < 11; i++)
    k.poly(
      c,
      [
        [i * 160 - 500, 1210],
        [i * 160 - 420, 1210],
        [i * 160 + 80, -10],
        [i * 160, -10],
      ],
      "#f7c01f",
    );
  k.disc(c, 400, 520, 330, "#e4572e");
  k.disc(c, 400, 520, 270, "#f2793b");
  for (let i = 0; i < 16; i++)
    for (let row = 0; row < 2; row++)
      k.rect(c, i * 50, 800 + row * 50, 50, 50, (i + row) % 2 ? "#222222" : "#ffffff");
  k.snail(c, 360, 806, 560, "#f2c078", "#8a4fb5", "#e6c9ff", 0.6);
  k.letter(c, "Snail", 60, 1010, { font: "Shrikhand", size: 150, color: "#8a4fb5", align: "left" });
  k.letter(c, "Derby", 290, 1120, { font: "Shrikhand", size: 150, color: "#e4572e", align: "left" });
  smallPrint(c, "The slowest photo finish ever filmed", 1172, "#6d3a00");
};

export const familyPosters: Record<string, Artwork> = {
  "the-four-seasons-express": fourSeasonsExpress,
  "paper-fleet": paperFleet,
  "a-minute-for-clara": aMinuteForClara,
  "snail-derby": snailDerby,
};
