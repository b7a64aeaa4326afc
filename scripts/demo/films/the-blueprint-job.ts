import type { Film } from "../film";
import * as k from "../kit";
import { theBlueprintJobScore } from "../scores/the-blueprint-job";

const PAPER = "#12408c";
const LINE = "#dce9ff";
const RED = "#ff5d4a";

function sheet(c: k.Context, shift = 0) {
  k.fill(c, PAPER);
  for (let i = -1; i < 42; i++) k.rect(c, i * 40 - k.wrap(shift, 40), 0, i % 5 ? 1 : 2, 900, "#2a5aa8");
  for (let i = 0; i < 24; i++) k.rect(c, 0, i * 40, 1600, i % 5 ? 1 : 2, "#2a5aa8");
}

/** A line that draws itself: only the first `p` of its length is there. */
function drawn(c: k.Context, d: string, p: number, color = LINE, width = 4, length = 2400) {
  c.save();
  c.setLineDash([length, length]);
  c.lineDashOffset = length * (1 - k.clamp(p));
  k.trace(c, d, color, width);
  c.restore();
}

function note(c: k.Context, words: string, x: number, y: number, p: number, color = LINE, size = 28) {
  k.letter(c, words.slice(0, Math.floor(words.length * k.clamp(p))), x, y, {
    font: "Special Elite",
    size,
    color,
    align: "left",
  });
}

const ROOMS =
  "M180 140 H1420 V760 H180 Z M180 400 H560 M560 140 V300 M560 380 V760 M560 560 H980 M980 140 V460 M980 540 V760 M980 330 H1420 M1180 330 V140 M1230 540 H1420 M1230 540 V760";

/** The plan: rooms draw themselves, then the way through them. */
function plan(c: k.Context, t: number, p: number) {
  sheet(c);
  drawn(c, ROOMS, p * 2.2, LINE, 6, 6200);
  for (const [i, [words, x, y]] of (
    [
      ["VAULT", 1260, 660],
      ["GUARDS", 240, 220],
      ["GALLERY III", 650, 240],
      ["LASERS", 1040, 230],
      ["STAIRS", 640, 680],
    ] as const
  ).entries())
    note(c, words, x, y, (p - 0.2 - i * 0.05) * 7);
  for (const [i, [x, y]] of (
    [
      [360, 300],
      [760, 430],
      [1120, 620],
    ] as const
  ).entries()) {
    const a = t * (0.8 + i * 0.2) + i;
    k.poly(
      c,
      [
        [x, y],
        [x + Math.cos(a) * 150, y + Math.sin(a) * 150],
        [x + Math.cos(a + 0.6) * 150, y + Math.sin(a + 0.6) * 150],
      ],
      "#dce9ff33",
    );
    k.disc(c, x, y, 14, LINE);
  }
  drawn(c, "M120 690 H440 V480 H600 V340 H900 V500 H1100 V440 H1330 V610", (p - 0.42) * 1.9, RED, 9, 2100);
  k.ring(c, 1330, 610, 30 + 8 * k.sway(t, 0.8), p > 0.9 ? RED : "#00000000", 6);
  note(c, "in 0:00 — out 4:12", 200, 830, (p - 0.6) * 4, RED, 40);
}

function crew(c: k.Context, x: number, y: number, h: number, pose: k.Pose, face = 1) {
  k.person(
    c,
    x,
    y,
    h,
    {
      top: LINE,
      legs: LINE,
      skin: LINE,
      hair: LINE,
      hat: "beret",
      hatColor: LINE,
      cut: "plain",
      shoes: LINE,
    },
    pose,
    face,
  );
  k.person(
    c,
    x,
    y - 5,
    h * 0.94,
    {
      top: PAPER,
      legs: PAPER,
      skin: PAPER,
      hair: PAPER,
      hat: "beret",
      hatColor: RED,
      cut: "plain",
      shoes: PAPER,
    },
    pose,
    face,
  );
}

/** Section through the building: three people on three floors. */
function section(c: k.Context, t: number, p: number) {
  sheet(c, t * 20);
  for (let floor = 0; floor < 3; floor++) {
    const y = 300 + floor * 250;
    drawn(c, `M80 ${y} H1520`, p * 5 - floor * 0.3, LINE, 6, 1500);
    for (let i = 0; i < 6; i++)
      k.trace(c, `M${140 + i * 240} ${y} V${y - 190} q50 -40 100 0 V${y}`, "#6f97dd", 3);
  }
  crew(c, 150 + p * 900, 300, 170, k.poses.walk(t * 1.1));
  const drop = 60 + k.smooth(0.1, 0.8, p) * 320;
  k.stroke(
    c,
    [
      [1240, 40],
      [1240, 210 + drop],
    ],
    RED,
    4,
  );
  k.at(c, 1240, 210 + drop + 130, { turn: Math.PI + k.sway(t, 2.6) * 0.1 }, () =>
    crew(c, 0, 150, 170, {
      armNear: [2.8, 2.9],
      armFar: [-2.8, -2.9],
      legNear: [0.2, -0.5],
      legFar: [-0.3, -0.9],
    }),
  );
  for (let i = 0; i < 5; i++)
    k.stroke(
      c,
      [
        [520 + i * 110 + k.sway(t, 2, i * 0.2) * 40, 560],
        [560 + i * 110 - k.sway(t, 2, i * 0.2) * 40, 800],
      ],
      RED,
      3,
    );
  crew(
    c,
    180 + k.smooth(0.2, 0.95, p) * 900,
    800 - Math.abs(Math.sin(t * 2)) * 60,
    165,
    k.poses.run(t * 1.1),
  );
}

/** The vault dial, large. It opens on the wrong thing. */
function dial(c: k.Context, t: number, p: number) {
  sheet(c);
  const turn = (k.smooth(0, 0.2, p) * 2 - k.smooth(0.25, 0.4, p) * 3.4 + k.smooth(0.45, 0.56, p) * 1.7) * 1.5;
  const open = k.smooth(0.62, 0.85, p);
  k.ring(c, 800, 450, 390, LINE, 8);
  if (open > 0) {
    k.disc(c, 800, 450, 384, "#0c2f6b");
    k.cat(c, 800, 640, 380, "#ffffff", t);
    note(c, "?", 1010, 330, 1, RED, 160);
  }
  k.at(c, 800 - open * 720, 450, { stretch: [1 - open * 0.55, 1] }, () => {
    k.disc(c, 0, 0, 380, PAPER);
    for (const r of [380, 340, 220, 120]) k.ring(c, 0, 0, r, LINE, 5);
    for (let i = 0; i < 60; i++) {
      const a = turn + (i / 60) * k.TAU;
      const inner = i % 5 ? 322 : 300;
      k.stroke(
        c,
        [
          [Math.cos(a) * inner, Math.sin(a) * inner],
          [Math.cos(a) * 338, Math.sin(a) * 338],
        ],
        LINE,
        4,
      );
    }
    for (let i = 0; i < 5; i++)
      k.stroke(
        c,
        [
          [0, 0],
          [Math.cos(turn + (i / 5) * k.TAU) * 216, Math.sin(turn + (i / 5) * k.TAU) * 216],
        ],
        LINE,
        16,
      );
    k.disc(c, 0, 0, 60, RED);
  });
  k.poly(
    c,
    [
      [800, 34],
      [780, 4],
      [820, 4],
    ],
    RED,
  );
}

function title(c: k.Context, t: number, p: number) {
  sheet(c);
  drawn(c, "M180 300 H1420 V600 H180 Z", p * 3, LINE, 5, 3200);
  drawn(c, "M180 250 V650 M1420 250 V650 M180 270 H1420", p * 3 - 0.6, "#6f97dd", 3, 3000);
  k.letter(c, "THE BLUEPRINT JOB", 800, 505, {
    font: "Bebas Neue",
    size: 184,
    color: LINE,
    tracking: 6,
    outline: t < 1.6 ? 3 : undefined,
  });
  note(c, "scale 1 : 1 million", 1080, 660, p * 2 - 0.4, RED, 40);
}

export const theBlueprintJob: Film = {
  slug: "the-blueprint-job",
  height: 480,
  shots: [
    { seconds: 3.5, draw: title, fadeFrom: "#000000" },
    { seconds: 7, draw: plan },
    { seconds: 6.5, draw: section },
    { seconds: 7, draw: dial, fadeTo: "#000000" },
  ],
  score: theBlueprintJobScore,
};
