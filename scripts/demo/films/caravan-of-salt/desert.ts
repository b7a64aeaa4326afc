import * as k from "../../kit";

export interface Hour {
  sky: string[];
  sand: string[];
  disc: string;
  stars?: boolean;
}

export const DAWN: Hour = {
  sky: ["#5b4a86", "#a8648f", "#e88b7d", "#f9c784"],
  sand: ["#c98268", "#b06a5a", "#8f5150", "#6a3c48"],
  disc: "#fff1c9",
};

export const NOON: Hour = {
  sky: ["#4aa5c4", "#8cc9cf", "#d5e6cf"],
  sand: ["#ecc98f", "#e0b271", "#cf9856", "#b87f42"],
  disc: "#fffbe0",
};

export const DUSK: Hour = {
  sky: ["#3b2357", "#8c2f5f", "#d9513f", "#f79b3f"],
  sand: ["#b5483a", "#96373a", "#702a3d", "#4a1f38"],
  disc: "#ffd98a",
};

export const NIGHT: Hour = {
  sky: ["#060a24", "#0b1437", "#14204d", "#223163"],
  sand: ["#2c3565", "#222a56", "#191f45", "#101533"],
  disc: "#f3ecd0",
  stars: true,
};

export const RIDERS = ["#c8372d", "#2a6f97", "#e0a526", "#5c8a3a", "#7b3f8c"];

export function desert(c: k.Context, t: number, h: Hour, seed: number, shift: number, sunY: number) {
  k.bands(c, 0, 560, h.sky, 14);
  if (h.stars) k.stars(c, seed, 90, t, { bottom: 520, shift: t * 3, color: "#fdf6dc" });
  k.disc(c, 1180, sunY, h.stars ? 60 : 110, h.disc);
  if (h.stars) k.disc(c, 1206, sunY - 10, 54, h.sky[1] ?? "#000000");
  for (const [i, color] of h.sand.slice(0, 3).entries()) {
    k.hills(c, {
      seed: seed + i,
      y: 580 + i * 90,
      height: 210 - i * 20,
      length: 900 - i * 130,
      color,
      shift: shift * (0.15 + i * 0.25),
      detail: 2,
    });
  }
}

export function march(
  c: k.Context,
  t: number,
  n: number,
  y: number,
  size: number,
  cloth = RIDERS,
  silhouette?: string,
) {
  for (let i = 0; i < n; i++) {
    const x = 1260 - i * size * 1.15;
    const ground = y + Math.sin(x / 260 + t * 0.35) * 12;
    k.camel(
      c,
      x,
      ground,
      size,
      silhouette ?? ["#b98756", "#a87548", "#c59766"][i % 3] ?? "#b98756",
      silhouette ?? cloth[i % cloth.length] ?? "#c8372d",
      t * 0.55 + i * 0.17,
    );
    if (!silhouette && i % 2 === 0)
      k.person(
        c,
        x - 4,
        ground - size * 0.62,
        size * 0.44,
        {
          top: cloth[(i + 2) % cloth.length] ?? "#2a6f97",
          legs: "#3a2a2a",
          hat: "turban",
          hatColor: "#f2e6cf",
          skin: "#7a4a2e",
          cut: "robe",
        },
        k.poses.sit(t),
      );
  }
}
