import * as k from "../../kit";
import { desert, NIGHT, RIDERS } from "./desert";

/** A fire, a story, and a sky with too many stars. */
export function camp(c: k.Context, t: number) {
  desert(c, t, NIGHT, 40, 300, 170);
  k.poly(
    c,
    [
      [1000, 760],
      [1180, 500],
      [1390, 760],
    ],
    "#7b3f4a",
  );
  k.poly(
    c,
    [
      [1180, 500],
      [1390, 760],
      [1250, 760],
    ],
    "#5a2c3c",
  );
  k.poly(
    c,
    [
      [1130, 760],
      [1180, 590],
      [1220, 760],
    ],
    "#f2a54a",
  );
  k.rect(c, -10, 756, 1700, 200, "#101533");
  k.glow(c, 640, 730, 420, "#ff9d3c", 0.6, 9);
  for (let i = 0; i < 5; i++) {
    const h = 70 + 50 * k.noise(i, t * 4);
    k.poly(
      c,
      [
        [590 + i * 20, 770],
        [612 + i * 20 + k.sway(t, 0.7, i) * 8, 770 - h],
        [640 + i * 20, 770],
      ],
      ["#ff5a2a", "#ff9d3c", "#ffd36b"][i % 3] ?? "#ff9d3c",
    );
  }
  k.rise(c, t, { x0: 590, x1: 690, y0: 720, y1: 300, n: 14, color: "#ffb35c", size: 5 });
  for (const [i, x] of [330, 450, 850, 960].entries()) {
    k.person(
      c,
      x,
      800,
      230,
      {
        top: RIDERS[i] ?? "#c8372d",
        legs: "#241a33",
        hat: "turban",
        hatColor: "#e8dcc4",
        skin: "#8a5434",
        cut: "robe",
      },
      i === 0 ? { ...k.poses.sit(), armNear: [1.6 + k.sway(t, 3) * 0.4, 2.1] } : k.poses.sit(t + i),
      x < 640 ? 1 : -1,
    );
  }
  k.camel(c, 150, 810, 220, "#3a2c4a", "#7b3f4a", 0.1);
}

/** Looking straight up: the stars wheel about the one that stays. */
export function wheelOfStars(c: k.Context, t: number) {
  k.bands(c, 0, 900, ["#040718", "#060b26", "#0a1233", "#0f1a44"]);
  for (let i = 0; i < 90; i++) {
    const r = 40 + k.hash(3, i) * 900;
    const a = k.hash(4, i) * k.TAU + t * 0.05;
    k.ring(
      c,
      800,
      330,
      r,
      ["#fdf6dc", "#9fc3ff", "#ffd9a0"][i % 3] ?? "#ffffff",
      2 + k.hash(5, i) * 2,
      a,
      a + 0.06 + Math.min(0.34, t * 0.03),
    );
  }
  k.disc(c, 800, 330, 9, "#ffffff");
  k.hills(c, { seed: 77, y: 900, height: 150, length: 800, color: "#03040f", detail: 2 });
  k.person(
    c,
    620,
    850,
    190,
    { top: "#03040f", cut: "robe", legs: "#03040f", skin: "#03040f", hat: "turban", hatColor: "#03040f" },
    { ...k.poses.point(t), armNear: [2.3, 2.4] },
  );
  k.person(
    c,
    500,
    860,
    130,
    { top: "#03040f", cut: "robe", legs: "#03040f", skin: "#03040f", hat: "turban", hatColor: "#03040f" },
    k.poses.stand(t),
  );
}
