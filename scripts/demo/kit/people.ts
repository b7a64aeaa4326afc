import { TAU } from "./math";
import { at, type Context, disc, type Point, poly, rect, shape, stroke } from "./paint";

/** Angles in radians from hanging straight down; positive swings towards the way the person faces. */
type Limb = readonly [upper: number, lower: number];

export interface Pose {
  lean?: number;
  head?: number;
  armNear?: Limb;
  armFar?: Limb;
  legNear?: Limb;
  legFar?: Limb;
}

export interface Look {
  skin?: string;
  top: string;
  legs?: string;
  shoes?: string;
  hair?: string;
  /** A coat to the knee, a dress to the shin, or neither. */
  cut?: "coat" | "dress" | "plain" | "robe";
  hairstyle?: "short" | "bun" | "long" | "none";
  hat?: "cap" | "brim" | "cone" | "helmet" | "beret" | "top" | "turban";
  hatColor?: string;
  trim?: string;
}

export const poses = {
  stand: (t = 0): Pose => ({
    armNear: [0.08 + Math.sin(t * 1.6) * 0.03, 0.12],
    armFar: [-0.08, 0.1],
    legNear: [0.06, 0],
    legFar: [-0.06, 0],
  }),
  walk: (phase: number): Pose => {
    const s = Math.sin(phase * TAU);
    const lift = (offset: number) => -Math.max(0, Math.sin((phase + offset) * TAU + 1.2)) * 0.8;
    return {
      lean: 0.05,
      legNear: [s * 0.52, s * 0.52 + lift(0)],
      legFar: [-s * 0.52, -s * 0.52 + lift(0.5)],
      armNear: [-s * 0.45, -s * 0.45 + 0.3],
      armFar: [s * 0.45, s * 0.45 + 0.3],
    };
  },
  run: (phase: number): Pose => {
    const s = Math.sin(phase * TAU);
    const lift = (offset: number) => -Math.max(0, Math.sin((phase + offset) * TAU + 1.1)) * 1.5;
    return {
      lean: 0.25,
      legNear: [s * 0.9 + 0.15, s * 0.9 + lift(0)],
      legFar: [-s * 0.9 + 0.15, -s * 0.9 + lift(0.5)],
      armNear: [-s * 0.9, -s * 0.9 + 1.3],
      armFar: [s * 0.9, s * 0.9 + 1.3],
    };
  },
  sit: (t = 0): Pose => ({
    armNear: [0.5, 1.2 + Math.sin(t * 2) * 0.05],
    armFar: [0.4, 1.1],
    legNear: [1.5, 0.05],
    legFar: [1.42, -0.05],
  }),
  kneel: (): Pose => ({
    armNear: [0.45, 1.25],
    armFar: [0.4, 1.2],
    legNear: [1.3, -1.5],
    legFar: [1.25, -1.5],
  }),
  point: (t = 0): Pose => ({
    armNear: [1.5 + Math.sin(t * 2) * 0.05, 1.55],
    armFar: [-0.1, 0.1],
    legNear: [0.12, 0],
    legFar: [-0.12, 0],
  }),
  cheer: (t = 0): Pose => ({
    armNear: [2.7 + Math.sin(t * 9) * 0.2, 2.9],
    armFar: [-2.7 + Math.sin(t * 9) * 0.2, -2.9],
    legNear: [0.14, 0],
    legFar: [-0.14, 0],
  }),
  hold: (): Pose => ({ armNear: [0.5, 1.5], armFar: [0.45, 1.45], legNear: [0.05, 0], legFar: [-0.05, 0] }),
};

function reach(from: Point, limb: Limb, upper: number, lower: number): [Point, Point] {
  const joint: Point = [from[0] + Math.sin(limb[0]) * upper, from[1] + Math.cos(limb[0]) * upper];
  return [joint, [joint[0] + Math.sin(limb[1]) * lower, joint[1] + Math.cos(limb[1]) * lower]];
}

/** A person `tall` units high whose lowest foot stands at x, y; `face` -1 looks left. */
export function person(
  c: Context,
  x: number,
  y: number,
  tall: number,
  look: Look,
  pose: Pose = poses.stand(),
  face = 1,
) {
  const hip: Point = [0, -48];
  const near = reach(hip, pose.legNear ?? [0, 0], 24, 24);
  const far = reach(hip, pose.legFar ?? [0, 0], 24, 24);
  const ground = Math.max(near[1][1], far[1][1], near[0][1]);
  const scale = tall / 100;
  const skin = look.skin ?? "#d9a27a";
  const legs = look.legs ?? "#2b2b3a";
  at(c, x, y - ground * scale, { scale: scale * 1, stretch: [face, 1] }, () => {
    const lean = pose.lean ?? 0;
    const neck: Point = [Math.sin(lean) * 34, -48 - Math.cos(lean) * 34];
    const armFar = reach([neck[0] - 2, neck[1] + 4], pose.armFar ?? [0, 0], 17, 16);
    const armNear = reach([neck[0] + 1, neck[1] + 4], pose.armNear ?? [0, 0], 17, 16);
    limb(c, [neck[0] - 2, neck[1] + 4], armFar, look.top, skin, 6.5);
    leg(c, hip, far, legs, look.shoes ?? legs);
    leg(c, hip, near, legs, look.shoes ?? legs);
    torso(c, neck, near[0], far[0], look);
    head(c, neck, lean + (pose.head ?? 0), look, skin);
    limb(c, [neck[0] + 1, neck[1] + 4], armNear, look.trim ?? look.top, skin, 7);
  });
}

function limb(
  c: Context,
  from: Point,
  [joint, end]: [Point, Point],
  cloth: string,
  skin: string,
  width: number,
) {
  stroke(
    c,
    [from, joint, [joint[0] + (end[0] - joint[0]) * 0.8, joint[1] + (end[1] - joint[1]) * 0.8]],
    cloth,
    width,
  );
  disc(c, end[0], end[1], width * 0.48, skin);
}

function leg(c: Context, hip: Point, [knee, foot]: [Point, Point], cloth: string, shoe: string) {
  stroke(c, [hip, knee, foot], cloth, 8.5);
  disc(c, foot[0] + 3, foot[1] - 1, 6.5, shoe, 3.6);
}

function torso(c: Context, neck: Point, kneeNear: Point, kneeFar: Point, look: Look) {
  const [nx, ny] = neck;
  const shoulders: Point[] = [
    [nx - 8, ny + 4],
    [nx + 8, ny + 4],
  ];
  poly(c, [...shoulders, [7.5, -46], [-7.5, -46]], look.top);
  disc(c, nx, ny + 5, 8, look.top, 5);
  const left = Math.min(kneeNear[0], kneeFar[0]);
  const right = Math.max(kneeNear[0], kneeFar[0]);
  const hem = { coat: -26, dress: -16, robe: -4, plain: 0 }[look.cut ?? "plain"];
  if (hem) {
    const spread = look.cut === "robe" ? 12 : 9;
    poly(
      c,
      [...shoulders, [8, -48], [right + spread * 0.7 + 4, hem], [left - spread * 0.7 - 4, hem], [-8, -48]],
      look.top,
    );
    if (look.trim)
      stroke(
        c,
        [
          [-8, -50],
          [8, -50],
        ],
        look.trim,
        3.5,
      );
  }
}

function head(c: Context, neck: Point, turn: number, look: Look, skin: string) {
  at(c, neck[0], neck[1], { turn }, () => {
    rect(c, -2.8, -5, 5.6, 9, skin);
    const hair = look.hair ?? "#2a1d1a";
    if (look.hairstyle === "long") shape(c, "M-8 -14 C-10 0 -9 8 -7 14 L1 12 L2 -14 Z", hair);
    disc(c, 0.6, -11, 6.8, skin, 7.8);
    if (look.hairstyle !== "none")
      shape(c, "M-7 -9 C-9 -20 0 -22 5 -18 C8 -16 7.5 -14 7 -13.5 C3 -16 -1 -15 -3 -12 L-3.5 -8 Z", hair);
    if (look.hairstyle === "bun") disc(c, -7, -18, 4.4, hair);
    hat(c, look);
  });
}

function hat(c: Context, look: Look) {
  const color = look.hatColor ?? look.top;
  if (look.hat === "cap") shape(c, "M-8 -14 C-8 -22 6 -22 7 -15 L13 -14 L13 -12.6 L-8 -12.6 Z", color);
  if (look.hat === "brim")
    shape(c, "M-13 -15 L13 -15 L13 -13 L-13 -13 Z M-7 -15 C-7 -24 7 -24 7 -15 Z", color);
  if (look.hat === "cone") shape(c, "M-16 -11 L0 -24 L17 -11 Z", color);
  if (look.hat === "top")
    shape(c, "M-12 -15 L12 -15 L12 -13 L-12 -13 Z M-7 -31 L7 -31 L6 -14 L-6 -14 Z", color);
  if (look.hat === "beret") shape(c, "M-11 -15 C-12 -22 6 -24 8 -15 Z", color);
  if (look.hat === "turban")
    shape(c, "M-9 -12 C-11 -23 9 -24 9 -13 C4 -17 -4 -16 -9 -12 Z M-9 -13 L-13 2 L-5 -6 Z", color);
  if (look.hat === "helmet") {
    disc(c, 0, -10, 12, color);
    disc(c, 3, -10, 7.5, "#23324d", 6.5);
    disc(c, 5.5, -12.5, 2, "#ffffff");
  }
}
