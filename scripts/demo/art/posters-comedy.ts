import type { Artwork } from "../film";
import * as k from "../kit";

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

export const comedyPosters: Record<string, Artwork> = {
  "the-tortoise-bureau": theTortoiseBureau,
  "two-cacti-at-noon": twoCactiAtNoon,
};
