import type { Film, Shot } from "../../film";
import * as k from "../../kit";
import type { Score } from "../../sound/score";

/** One night, one passenger: the streets the bus goes through and what the passenger carries. */
export interface Night {
  slug: string;
  name: string;
  stop: string;
  sky: string[];
  city: string;
  lit: string[];
  weather?(c: k.Context, t: number): void;
  face: k.Face;
  story: Shot["draw"];
  score: Score;
}

export function bus(c: k.Context, x: number, y: number, t: number, riders: string[]) {
  k.at(c, x, y + k.sway(t, 0.9) * 2, {}, () => {
    k.rect(c, -400, -300, 800, 264, "#d8e04a", 34);
    k.rect(c, -400, -120, 800, 60, "#2f6f5f");
    for (let i = 0; i < 5; i++) {
      k.rect(c, -370 + i * 128, -268, 112, 120, "#fff1b8", 12);
      const color = riders[i];
      if (color) {
        k.disc(c, -314 + i * 128, -206, 22, "#6b4a3c", 26);
        k.rect(c, -346 + i * 128, -184, 64, 36, color, 14);
      }
    }
    k.rect(c, 276, -268, 104, 208, "#c9f0ee", 12);
    k.rect(c, 60, -330, 240, 44, "#1c1c24", 10);
    k.letter(c, "11 NIGHT", 180, -297, { font: "Orbitron", weight: 800, size: 30, color: "#ffb020" });
    for (const wx of [-250, 240]) k.wheel(c, wx, -40, 46, t * 1.2, "#b9bcc4");
    k.disc(c, 394, -90, 16, "#fff7d6");
    k.poly(
      c,
      [
        [400, -96],
        [900, -150],
        [900, 10],
        [400, -76],
      ],
      "#fff1b833",
    );
  });
}

export const drive =
  (n: Night): Shot["draw"] =>
  (c, t) => {
    k.bands(c, 0, 700, n.sky, 12);
    k.moon(c, 300, 170, 60, "#fff6da", 0.3);
    k.skyline(c, {
      seed: n.slug.length,
      y: 640,
      height: 420,
      width: 150,
      color: k.mix(n.city, "#000000", 0.25),
      lit: n.lit,
      share: 0.25,
      shift: t * 60,
    });
    k.skyline(c, {
      seed: n.slug.length + 3,
      y: 760,
      height: 330,
      width: 190,
      color: n.city,
      lit: n.lit,
      share: 0.4,
      shift: t * 150,
      roofs: false,
    });
    k.rect(c, -10, 740, 1700, 200, "#15151f");
    for (let i = 0; i < 9; i++) k.rect(c, k.wrap(i * 220 - t * 320, 1900) - 180, 846, 110, 8, "#d8d8c8");
    for (let i = 0; i < 4; i++)
      k.lamp(c, k.wrap(i * 560 - t * 320, 2240) - 300, 750, 380, "#0b0b12", "#ffd27a");
    bus(c, 800, 840, t, [n.face.dress, "", "#7a5a8c", "", ""]);
    n.weather?.(c, t);
  };

export const seat =
  (n: Night): Shot["draw"] =>
  (c, t, p) => {
    k.fill(c, "#23303a");
    k.rect(c, 140, 70, 1320, 640, "#0c0e18", 60);
    k.clipped(
      c,
      () => c.roundRect(140, 70, 1320, 640, 60),
      () => {
        k.bands(c, 0, 700, n.sky, 12);
        k.skyline(c, {
          seed: 5,
          y: 720,
          height: 460,
          width: 210,
          color: n.city,
          lit: n.lit,
          share: 0.45,
          shift: t * 210,
        });
        for (let i = 0; i < 3; i++)
          k.rect(c, k.wrap(i * 800 - t * 900, 2400) - 300, 60, 46, 660, "#ffffff14");
        n.weather?.(c, t);
      },
    );
    k.portrait(c, 620, 620, 1.35, n.face, {
      look: p < 0.5 ? 0.9 : -0.2,
      blink: t % 2.8 < 0.13,
      turn: k.sway(t, 1.8) * 0.015,
    });
    k.rect(c, -10, 780, 1700, 140, "#d8e04a");
    k.rect(c, -10, 770, 1700, 14, "#9aa03a");
    const glow = k.wrap(t * 0.7, 1);
    k.poly(
      c,
      [
        [1700 - glow * 2400, 0],
        [1900 - glow * 2400, 0],
        [1500 - glow * 2400, 900],
        [1200 - glow * 2400, 900],
      ],
      "#ffd27a1c",
    );
    k.rect(c, 1130, 130, 250, 84, "#1c1c24", 14);
    k.letter(c, n.stop, 1255, 186, { font: "Orbitron", size: 34, color: "#ffb020", maxWidth: 220 });
  };

export const story =
  (n: Night): Shot["draw"] =>
  (c, t, p) => {
    n.story(c, t, p);
    if (p < 0.55) return;
    c.globalAlpha = k.smooth(0.55, 0.7, p);
    k.rect(c, 90, 740, 26, 80, "#d8e04a");
    k.letter(c, n.name, 140, 806, {
      font: "Bricolage",
      weight: 700,
      size: 76,
      color: "#ffffff",
      align: "left",
    });
    c.globalAlpha = 1;
  };

export const film = (n: Night): Film => ({
  slug: `night-bus-11/${n.slug}`,
  height: 480,
  crf: 3,
  shots: [
    { seconds: 6, draw: drive(n), fadeFrom: "#000000" },
    { seconds: 6.5, draw: seat(n) },
    { seconds: 8.5, draw: story(n), fadeTo: "#000000" },
  ],
  score: n.score,
});
