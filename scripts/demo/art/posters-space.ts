import type { Artwork } from "../film";
import * as k from "../kit";
import { smallPrint } from "./frame";

const sol4112: Artwork = (c) => {
  k.fill(c, "#b5532f");
  k.disc(c, 640, 210, 120, "#f2c79a");
  const digits = [
    ["4", 20, 640],
    ["1", 430, 640],
    ["1", 50, 1100],
    ["2", 340, 1100],
  ] as const;
  for (const [one, x, y] of digits)
    k.letter(c, one, x, y, { font: "Orbitron", weight: 800, size: 460, color: "#8f3c20", align: "left" });
  for (const [one, x, y] of digits)
    k.letter(c, one, x + 12, y - 12, {
      font: "Orbitron",
      weight: 800,
      size: 460,
      color: "#f6dcc0",
      align: "left",
    });
  k.letter(c, "SOL", 60, 190, {
    font: "Orbitron",
    weight: 800,
    size: 150,
    color: "#3a1710",
    align: "left",
    tracking: 20,
  });
  k.at(c, 560, 262, { scale: 0.9, turn: -0.06 }, () => {
    for (const x of [-112, -2, 98]) k.wheel(c, x, -30, 31, 0.2, "#d8cfc6", "#3a1710");
    k.rect(c, -122, -118, 220, 52, "#ffffff", 8);
    k.rect(c, -122, -84, 220, 14, "#d8cfc6");
    k.rect(c, -150, -130, 170, 10, "#22385c");
    k.stroke(
      c,
      [
        [66, -116],
        [66, -210],
      ],
      "#ffffff",
      9,
    );
    k.rect(c, 38, -250, 70, 40, "#ffffff", 8);
    k.disc(c, 92, -230, 12, "#22385c");
  });
  smallPrint(c, "It was built for ninety days", 1165, "#3a1710");
};

const orbitLaundry: Artwork = (c) => {
  k.fill(c, "#7b2ff7");
  k.stars(c, 3, 90, 0.3, { bottom: 1200, color: "#e6d6ff" });
  k.disc(c, 400, 640, 350, "#ffffff");
  k.disc(c, 400, 640, 292, "#9fe3f5");
  k.clipped(
    c,
    () => c.arc(400, 640, 292, 0, k.TAU),
    () => {
      for (const [i, color] of ["#ff5d8f", "#ffd23f", "#4cc9f0", "#7ae582", "#2ec4b6", "#b388ff"].entries())
        k.disc(
          c,
          400 + Math.cos(i * 1.05) * 150,
          640 + Math.sin(i * 1.05) * 150,
          150,
          color,
          80,
          i * 1.05 + 0.7,
        );
      k.disc(c, 400, 980, 420, "#ffffff88", 170);
    },
  );
  k.person(
    c,
    390,
    800,
    330,
    {
      top: "#ff8a3d",
      legs: "#ff8a3d",
      shoes: "#3a2a55",
      hat: "helmet",
      hatColor: "#ffffff",
      skin: "#8a5a3c",
    },
    { armNear: [2.2, 2.6], armFar: [-1.8, -2.2], legNear: [0.5, -0.2], legFar: [-0.5, -0.9] },
  );
  k.ring(c, 400, 640, 322, "#cbb6e6", 22);
  k.at(c, 400, 640, { turn: -0.3, stretch: [1, 0.24] }, () =>
    k.ring(c, 0, 0, 480, "#ffd23f", 40, -0.2, Math.PI + 0.2),
  );
  k.letter(c, "ORBIT", 400, 200, { font: "Bungee", size: 190, color: "#ffd23f", maxWidth: 720 });
  k.letter(c, "LAUNDRY", 400, 1120, { font: "Bungee", size: 150, color: "#ffffff", maxWidth: 720 });
  smallPrint(c, "Whites, colours, low gravity", 1168, "#e6d6ff");
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
  k.gear(c, 668, 306, 46, 12, 0.2, "#d9a441", "#d9a441", 4);
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

const nightBus11: Artwork = (c) => {
  k.fill(c, "#1b1b4a");
  k.bands(c, 0, 1200, ["#0f1030", "#1b1b4a", "#332a66", "#57407f"], 14);
  const passengers = ["#7a1f3d", "#f2b01e", "#f6f1e6", "#3f5f6f", "#c9b8ff", "#2f6f5f"] as const;
  const skins = ["#c98f6b", "#8a5a3c", "#e3b68f", "#d9b79a", "#7fb8a8", "#6f4a34"] as const;
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
            skin: k.pick(skins, who),
            hair: k.pick(["#1c1216", "#20140f", "#8a5a34", "#b9bcc4", "#2a1047", "#2a2a2e"], who),
            dress: k.pick(passengers, who),
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

export const spacePosters: Record<string, Artwork> = {
  "sol-4112": sol4112,
  "orbit-laundry": orbitLaundry,
  "pocket-planets": pocketPlanets,
  "night-bus-11": nightBus11,
};
