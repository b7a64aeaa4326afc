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
        k.train(c, [560, 330, 620, 420][i]!, y + 204, 0.44, {
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
      k.sea(c, i * 1.7, 0, [["#7fd0c6", "#5dbdb5", "#43a9a4", "#2f9490", "#1f7b80"][i]!], {
        height: 22,
        length: 340,
        bottom: 500,
      }),
    );
    k.paperBoat(c, 140 + ((i * 290) % 560), 706 + i * 96, 190 + i * 16, light, dark, (i % 2 ? 1 : -1) * 0.07);
  }
  smallPrint(c, "Five boats. One gutter. The whole wide pond.", 1150, "#e3f7f2");
};

const theTortoiseBureau: Artwork = (c) => {
  k.fill(c, "#cfe8d5");
  k.at(c, 400, 600, { turn: -0.03 }, () => {
    k.rect(c, -330, -520, 680, 1070, "#00000018");
    k.rect(c, -345, -540, 680, 1070, "#fffaf0");
    k.letter(c, "FORM 1-A", -310, -480, { font: "Special Elite", size: 32, color: "#8a8472", align: "left" });
    k.letter(c, "The Tortoise", -310, -390, {
      font: "Bricolage",
      weight: 800,
      size: 98,
      color: "#3f5c33",
      align: "left",
    });
    k.letter(c, "Bureau", -310, -296, {
      font: "Bricolage",
      weight: 800,
      size: 98,
      color: "#3f5c33",
      align: "left",
    });
    for (const [i, words] of [
      "1. Purpose of visit",
      "2. Purpose of purpose",
      "3. Name of your Tuesday",
      "4. Sign here, here and here",
    ].entries()) {
      k.letter(c, words, -310, -190 + i * 74, {
        font: "Special Elite",
        size: 28,
        color: "#6d6757",
        align: "left",
      });
      k.rect(c, -310, -170 + i * 74, 610, 3, "#d8d0bb");
    }
    k.rect(c, -310, 120, 610, 350, "#f7c59f");
  });
  k.tortoise(c, 380, 1040, 470, "#8fb36a", "#5d7f4a", 1, { tie: "#d9483b", glasses: true });
  k.at(c, 590, 690, { turn: -0.25 }, () => {
    k.trace(c, "M-190 -62 H190 V62 H-190 Z", "#d9483b", 10);
    k.letter(c, "COME BACK", 0, -4, { font: "Bungee", size: 48, color: "#d9483b" });
    k.letter(c, "TUESDAY", 0, 44, { font: "Bungee", size: 40, color: "#d9483b" });
  });
};

const twoCactiAtNoon: Artwork = (c) => {
  k.fill(c, "#8a5a2b");
  for (let i = 0; i < 9; i++) k.rect(c, 0, i * 140, 800, 5, "#6f4520");
  k.at(c, 400, 600, { turn: 0.02 }, () => {
    k.poly(
      c,
      [
        [-340, -540],
        [330, -550],
        [346, -100],
        [334, 300],
        [350, 540],
        [60, 552],
        [-344, 540],
        [-330, 60],
      ],
      "#f3deb0",
    );
    k.letter(c, "WANTED", 0, -412, { font: "Rye", size: 122, color: "#4a2412" });
    k.letter(c, "TOGETHER OR ALIVE", 0, -350, { font: "Rye", size: 42, color: "#4a2412" });
    k.rect(c, -270, -310, 540, 500, "#ffb13d");
    k.clipped(
      c,
      () => c.rect(-270, -310, 540, 500),
      () => k.sun(c, 0, -80, 110, "#fff1b8", { color: "#ffc05c", n: 12, turn: 0.1, length: 600 }),
    );
    k.rect(c, -270, 90, 540, 100, "#e8bd74");
    for (const [x, color, hat, lean] of [
      [-110, "#2f7d4f", "#3a2218", 0.05],
      [120, "#4f8f3f", "#1a1210", -0.05],
    ] as const) {
      k.saguaro(c, x, 180, 360, color, "#00000022", lean);
      k.shape(
        c,
        `M${x - 80 + lean * 340} -160 C${x - 50 + lean * 340} -182 ${x + 50 + lean * 340} -182 ${x + 80 + lean * 340} -160 C${x + 50 + lean * 340} -146 ${x - 50 + lean * 340} -146 ${x - 80 + lean * 340} -160 Z M${x - 42 + lean * 340} -166 C${x - 44 + lean * 340} -226 ${x + 44 + lean * 340} -226 ${x + 42 + lean * 340} -166 Z`,
        hat,
      );
      for (const dx of [-15, 15]) k.disc(c, x + dx + lean * 300, -112, 9, "#fff6e0", 4);
    }
    k.flower(c, 6, 60, 44, "#ff5d8f", "#ffd23f", 1, 8);
    k.letter(c, "TWO CACTI", 0, 310, { font: "Rye", size: 104, color: "#7a2417" });
    k.letter(c, "AT NOON", 0, 410, { font: "Rye", size: 84, color: "#7a2417" });
    k.letter(c, "REWARD: A LITTLE RAIN", 0, 486, { font: "Special Elite", size: 34, color: "#4a2412" });
  });
  for (const x of [110, 690]) k.disc(c, x, 80, 13, "#2f1a0c");
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

const nightBus11: Artwork = (c) => {
  k.fill(c, "#1b1b4a");
  k.bands(c, 0, 1200, ["#0f1030", "#1b1b4a", "#332a66", "#57407f"], 14);
  const passengers = ["#7a1f3d", "#f2b01e", "#f6f1e6", "#3f5f6f", "#c9b8ff", "#2f6f5f"];
  const skins = ["#c98f6b", "#8a5a3c", "#e3b68f", "#d9b79a", "#7fb8a8", "#6f4a34"];
  for (const [n, x] of [120, 440].entries()) {
    k.poly(
      c,
      [
        [x, 170],
        [x + 240, 90],
        [x + 240, 960],
        [x + 40, 960],
        [x + 40, 300],
        [x, 312],
      ],
      "#d8e04a",
    );
    for (let i = 0; i < 3; i++) {
      const y = 240 + i * 220;
      const who = n * 3 + i;
      k.rect(c, x + 70, y, 144, 170, "#fff1b8", 20);
      k.clipped(
        c,
        () => c.roundRect(x + 70, y, 144, 170, 20),
        () =>
          k.portrait(c, x + 142, y + 140, 0.56, {
            skin: skins[who]!,
            hair: ["#1c1216", "#20140f", "#8a5a34", "#b9bcc4", "#2a1047", "#2a2a2e"][who]!,
            dress: passengers[who]!,
            style: (["bun", "short", "bald", "bob", "long", "short"] as const)[who],
            mouth: who % 2 ? "smile" : "calm",
            glasses: who === 1 || who === 3,
            moustache: who === 2 ? "#6b3f22" : who === 5 ? "#c9c9cf" : undefined,
          }),
      );
    }
    k.wheel(c, x + 140, 960, 56, 0.1, "#b9bcc4");
  }
  k.rect(c, 0, 1014, 800, 190, "#12121c");
  k.letter(c, "NIGHT BUS", 400, 1110, {
    font: "Orbitron",
    weight: 800,
    size: 96,
    color: "#ffb020",
    maxWidth: 700,
  });
  smallPrint(c, "Six stops before morning", 1162, "#d8e04a");
};

const pocketPlanets: Artwork = (c) => {
  k.fill(c, "#171f4c");
  k.stars(c, 5, 110, 0.5, { bottom: 1200, color: "#fff6da" });
  const worlds = [
    [190, 470, 120, "#3f9c8a", "#7fd0c0"],
    [560, 420, 150, "#8a5a34", "#c98f3a"],
    [640, 760, 100, "#f2a65a", "#f7c58c"],
    [380, 690, 90, "#5fc3d1", "#d9f7f7"],
    [140, 800, 110, "#e4572e", "#ffb347"],
    [420, 980, 140, "#5b6fb5", "#8798d6"],
  ] as const;
  c.setLineDash([4, 18]);
  k.trace(
    c,
    "M190 330 C420 200 720 260 640 640 C600 860 320 560 300 700 C260 960 60 640 130 690 C300 760 420 740 420 850",
    "#fff6da",
    5,
  );
  c.setLineDash([]);
  for (const [i, [x, y, r, ground, core]] of worlds.entries()) {
    k.disc(c, x, y, r, ground);
    for (let n = 0; n < 5; n++)
      k.disc(
        c,
        x + Math.cos(n * 1.3 + i) * r * 0.55,
        y + Math.sin(n * 1.3 + i) * r * 0.55,
        r * (0.1 + 0.06 * (n % 3)),
        core,
      );
  }
  k.cat(c, 640, 664, 70, "#2b1a2f", 1);
  k.gear(c, 560, 240, 46, 12, 0.2, "#d9a441", "#d9a441", 4);
  for (const dx of [-40, 0, 40])
    k.poly(
      c,
      [
        [380 + dx - 10, 612],
        [380 + dx, 560],
        [380 + dx + 12, 612],
      ],
      "#bff0f0",
    );
  k.rect(c, 110, 640, 60, 56, "#ffb347", 8);
  k.umbrella(c, 240, 340, 34, "#ff6b6b", "#d94a4a", 0.2);
  k.person(
    c,
    180,
    354,
    100,
    {
      top: "#ffcf3f",
      legs: "#ffcf3f",
      shoes: "#2b2440",
      hat: "helmet",
      hatColor: "#ffffff",
      skin: "#9a6644",
    },
    k.poses.walk(0.12),
  );
  k.letter(c, "pocket", 400, 130, { font: "Bricolage", weight: 800, size: 150, color: "#ffcf3f" });
  k.letter(c, "planets", 400, 236, { font: "Bricolage", weight: 300, size: 120, color: "#f4f1ff" });
  smallPrint(c, "Small enough to walk round before supper", 1166, "#8798d6");
};

export const familyPosters: Record<string, Artwork> = {
  "the-four-seasons-express": fourSeasonsExpress,
  "paper-fleet": paperFleet,
  "the-tortoise-bureau": theTortoiseBureau,
  "two-cacti-at-noon": twoCactiAtNoon,
  "snail-derby": snailDerby,
  "night-bus-11": nightBus11,
  "pocket-planets": pocketPlanets,
};
