import type { Artwork } from "../film";
import * as k from "../kit";
import { smallPrint } from "./frame";

const noodlesAtNine: Artwork = (c) => {
  k.fill(c, "#e8452f");
  for (let i = 0; i < 12; i++)
    k.poly(
      c,
      [
        [400, 640],
        [400 + Math.cos(i * 0.5236) * 1200, 640 + Math.sin(i * 0.5236) * 1200],
        [400 + Math.cos(i * 0.5236 + 0.26) * 1200, 640 + Math.sin(i * 0.5236 + 0.26) * 1200],
      ],
      "#d93a28",
    );
  k.disc(c, 414, 664, 330, "#a5281c");
  k.disc(c, 400, 640, 330, "#fbf6ea");
  k.ring(c, 400, 640, 306, "#2a6f97", 10);
  k.disc(c, 400, 640, 276, "#f0b04f");
  for (let n = 0; n < 11; n++)
    k.trace(c, `M${190 + n * 6} ${560 + n * 17} q90 ${-70 + (n % 3) * 12} 190 0 t190 0`, "#fbe9c0", 15);
  k.disc(c, 300, 560, 54, "#fff8ea");
  k.disc(c, 300, 560, 30, "#f5b13a");
  for (let n = 0; n < 20; n++)
    k.disc(c, 230 + k.hash(n, 3) * 340, 470 + k.hash(n, 4) * 340, 11, n % 3 ? "#4f9a44" : "#8fc96a");
  for (const dx of [0, 44])
    k.stroke(
      c,
      [
        [470 + dx, 700],
        [760 + dx, 150],
      ],
      "#4a1a14",
      13,
    );
  k.person(
    c,
    200,
    1075,
    190,
    { top: "#2a6f97", legs: "#20202e", skin: "#c98f66", hair: "#1b1216" },
    k.poses.sit(),
  );
  k.person(
    c,
    600,
    1075,
    190,
    {
      top: "#f6efe2",
      cut: "dress",
      legs: "#f6efe2",
      skin: "#e0ab83",
      hair: "#1b1216",
      hairstyle: "long",
      hat: "cone",
      hatColor: "#ecd9a6",
    },
    k.poses.sit(),
    -1,
  );
  k.letter(c, "Noodles", 60, 160, { font: "Yeseva One", size: 150, color: "#fbe3b4", align: "left" });
  k.letter(c, "at Nine", 60, 276, { font: "Yeseva One", size: 110, color: "#fbe3b4", align: "left" });
  k.letter(c, "Hủ tiếu chín giờ", 400, 1130, { font: "Yeseva One", size: 44, color: "#fbe3b4" });
  smallPrint(c, "Table six is taken", 1172, "#fbe3b4");
};

const tangoForUmbrellas: Artwork = (c) => {
  k.fill(c, "#2e3440");
  for (let i = 0; i < 46; i++) {
    const x = 40 + (i % 6) * 150 + (Math.floor(i / 6) % 2) * 75 - 40;
    const y = 60 + Math.floor(i / 6) * 140;
    if (Math.hypot(x - 420, y - 620) < 260 || y > 920) continue;
    k.umbrella(c, x, y, 80, k.pick(["#4c5566", "#5a6475", "#3f4757"], i), "#262b36", i);
  }
  k.disc(c, 340, 600, 168, "#1f242e");
  k.umbrella(c, 330, 580, 168, "#d7263d", "#a3152c", 0.2);
  k.umbrella(c, 500, 680, 150, "#f0c24b", "#c8962a", 0.6);
  k.letter(c, "TANGO", 400, 1010, { font: "Limelight", size: 170, color: "#d7263d", maxWidth: 700 });
  k.letter(c, "for umbrellas", 400, 1085, { font: "Limelight", size: 76, color: "#f0c24b" });
  smallPrint(c, "Buenos Aires · rain until morning", 1150, "#aab6c8");
};

const medusaWaltz: Artwork = (c) => {
  k.fill(c, "#5a1030");
  k.rect(c, 36, 36, 728, 1128, "#e8b75a", 40);
  k.rect(c, 48, 48, 704, 1104, "#2a0f3d", 32);
  k.shape(c, "M80 1150 L80 520 C80 220 240 110 400 110 C560 110 720 220 720 520 L720 1150 Z", "#f9d5df");
  k.disc(c, 400, 480, 250, "#f7b9cd");
  k.jellyfish(c, 400, 500, 480, "#d6336c", "#8457c9", 0.5, { arms: 13, length: 11, glowing: "#ffd0e6" });
  for (const side of [-1, 1]) {
    for (let i = 0; i < 5; i++)
      k.trace(
        c,
        `M${400 + side * 330} ${1120 - i * 20} C${400 + side * (200 + i * 26)} ${900 - i * 70} ${400 + side * (360 - i * 30)} ${760 - i * 50} ${400 + side * (220 + i * 24)} ${640 - i * 60}`,
        "#5f8f7f",
        7,
      );
    k.flower(c, 400 + side * 320, 150, 56, "#e8b75a", "#5a1030", 1, 8);
  }
  k.rect(c, 48, 910, 704, 242, "#2a0f3d");
  k.rect(c, 48, 904, 704, 8, "#e8b75a");
  k.letter(c, "Medusa", 400, 1000, { font: "Abril Fatface", size: 124, color: "#ffe9c4" });
  k.letter(c, "WALTZ", 400, 1078, { font: "Abril Fatface", size: 70, color: "#ff9ecb", tracking: 40 });
  smallPrint(c, "In three-quarter tide", 1128, "#e8b75a");
};

export const romancePosters: Record<string, Artwork> = {
  "noodles-at-nine": noodlesAtNine,
  "tango-for-umbrellas": tangoForUmbrellas,
  "medusa-waltz": medusaWaltz,
};
