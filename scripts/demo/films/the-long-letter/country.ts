import * as k from "../../kit";

export const POST: k.Look = {
  top: "#c2412d",
  cut: "coat",
  legs: "#2c3550",
  skin: "#a86f48",
  hair: "#1c1413",
  hat: "brim",
  hatColor: "#7a4a2b",
  trim: "#a63522",
};

export interface Land {
  sky: string[];
  far: [string, string];
  ridges: [string, string, string];
  snow?: string;
  scenery?: (c: k.Context, x: number, n: number, t: number) => void;
  weather?: (c: k.Context, t: number) => void;
}

export const COAST: Land = {
  sky: ["#8fc7d9", "#bfe0e2", "#f3ead2"],
  far: ["#7da0a8", "#94b5ba"],
  ridges: ["#e0c9a0", "#d4b684", "#c29f6a"],
  scenery: (c, x, n, t) => k.palm(c, x, 700, 210 + k.hash(3, n) * 80, "#7a5a3a", "#3f7d55", t),
};

export const DESERT: Land = {
  sky: ["#f2b872", "#f6cf94", "#fae5bd"],
  far: ["#c97f56", "#da966b"],
  ridges: ["#dba06a", "#c98850", "#b0703d"],
  scenery: (c, x, n) => k.saguaro(c, x, 700, 120 + k.hash(5, n) * 90, "#5d7d4a", "#4a663a"),
};

export const TERRACE: Land = {
  sky: ["#79b7d6", "#a9d4e0", "#dcefe4"],
  far: ["#5f7f93", "#7b9bab"],
  snow: "#ffffff",
  ridges: ["#7fae5f", "#5f9649", "#437a38"],
  scenery: (c, x, n) =>
    k.house(c, x, 704, 120, 70, "#f1e2c4", "#b5492f", "#3a2f3f", { chimney: n % 2 === 0, door: "#7a4a2b" }),
};

export const CLOUDS: Land = {
  sky: ["#b9cdd2", "#cddbdb", "#e3e9e2"],
  far: ["#8fa9ae", "#a4bbbd"],
  ridges: ["#7c9c8c", "#587d6a", "#3b5f4d"],
  scenery: (c, x, n, t) => k.tree(c, x, 710, 260, "#3b3a30", ["#37594a", "#4c725d", "#6d927a"], n, t),
  weather: (c, t) => k.clouds(c, 4, 9, t * 40, "#f4f7f2cc", { top: 380, bottom: 640, size: 480 }),
};

export const HIGH: Land = {
  sky: ["#2f5fa8", "#5a8bc9", "#a7cbe3"],
  far: ["#5b5f86", "#7f84aa"],
  snow: "#ffffff",
  ridges: ["#c9b26a", "#b3974f", "#94783a"],
  scenery: (c, x, n, t) =>
    k.llama(c, x, 706, 90 + k.hash(4, n) * 30, n % 2 ? "#f2e8d8" : "#8a5a3c", t * 0.1 + n),
};

export const STORM: Land = {
  sky: ["#4a5568", "#66728a", "#8d98a8"],
  far: ["#5a6478", "#6d778a"],
  snow: "#e6ecf2",
  ridges: ["#b9c3cf", "#cfd7df", "#e6ebf0"],
  weather: (c, t) => {
    k.snow(c, t, { n: 90, wind: -420, speed: 150, size: 7 });
    k.fill(c, "#8d98a855");
  },
};

export const EVENING: Land = {
  sky: ["#3a2f5f", "#7a4a78", "#c96f6b", "#f2b279"],
  far: ["#4a3f63", "#5d4f74"],
  snow: "#e9b7a8",
  ridges: ["#6b5a4f", "#4f4240", "#352d33"],
  scenery: (c, x, _n) => k.house(c, x, 704, 130, 76, "#5a4a4f", "#3a2c34", "#ffd27a", { chimney: true }),
};

export function country(c: k.Context, l: Land, t: number, shift: number) {
  k.bands(c, 0, 520, l.sky, 10);
  k.peaks(c, {
    seed: 7,
    y: 590,
    height: 400,
    length: 460,
    color: l.far[0],
    light: l.far[1],
    snow: l.snow,
    shift: shift * 0.08,
  });
  k.hills(c, {
    seed: 12,
    y: 640,
    height: 150,
    length: 520,
    color: l.ridges[0],
    shift: shift * 0.25,
    detail: 2,
  });
  for (let i = -1; i < 5 && l.scenery; i++) {
    const n = i + Math.floor((shift * 0.45) / 420);
    l.scenery(c, n * 420 - shift * 0.45 + k.hash(8, n) * 160, n, t);
  }
  k.hills(c, {
    seed: 22,
    y: 740,
    height: 60,
    length: 480,
    color: l.ridges[1],
    shift: shift * 0.5,
    detail: 2,
  });
}
