import { type Canvas, createCanvas, Path2D, type SKRSContext2D } from "@napi-rs/canvas";
import { TAU } from "./math";

/** Scenes are drawn on a sheet of 1600 by 900 units, whatever the size of the output. */
export const WIDTH = 1600;
export const HEIGHT = 900;

export type Context = SKRSContext2D;
export type Point = readonly [number, number];
export type Paint = string | CanvasGradient;

export function createSheet(width: number, height: number, unitsWide = WIDTH, unitsHigh = HEIGHT) {
  const canvas: Canvas = createCanvas(width, height);
  const c = canvas.getContext("2d");
  c.scale(width / unitsWide, height / unitsHigh);
  c.lineCap = "round";
  c.lineJoin = "round";
  return { canvas, c };
}

/** Covers the whole sheet. */
export function fill(c: Context, paint: Paint) {
  c.fillStyle = paint;
  c.fillRect(-2000, -2000, 6000, 6000);
}

export function vertical(c: Context, y0: number, y1: number, ...colors: string[]) {
  const gradient = c.createLinearGradient(0, y0, 0, y1);
  for (const [i, color] of colors.entries()) gradient.addColorStop(i / Math.max(1, colors.length - 1), color);
  return gradient;
}

/** Flat bands of colour from top to bottom: a sky without a single banding artefact. */
export function bands(c: Context, y0: number, y1: number, colors: string[], wobble = 0) {
  fill(c, colors[0] ?? "#000000");
  const step = (y1 - y0) / colors.length;
  for (let i = 1; i < colors.length; i++) {
    const y = y0 + i * step;
    c.fillStyle = colors[i] ?? "#000000";
    c.beginPath();
    c.moveTo(-100, y);
    c.bezierCurveTo(500, y - wobble, 1100, y + wobble, 1700, y - wobble / 2);
    c.lineTo(1700, 2200);
    c.lineTo(-100, 2200);
    c.fill();
  }
}

export function poly(c: Context, points: readonly Point[], paint: Paint) {
  c.fillStyle = paint;
  c.beginPath();
  for (const [x, y] of points) c.lineTo(x, y);
  c.closePath();
  c.fill();
}

export function stroke(c: Context, points: readonly Point[], paint: Paint, width = 4, close = false) {
  c.strokeStyle = paint;
  c.lineWidth = width;
  c.beginPath();
  for (const [x, y] of points) c.lineTo(x, y);
  if (close) c.closePath();
  c.stroke();
}

export function rect(c: Context, x: number, y: number, w: number, h: number, paint: Paint, radius = 0) {
  c.fillStyle = paint;
  if (radius === 0) return c.fillRect(x, y, w, h);
  c.beginPath();
  c.roundRect(x, y, w, h, radius);
  c.fill();
}

export function disc(c: Context, x: number, y: number, r: number, paint: Paint, ry = r, turn = 0) {
  if (r <= 0 || ry <= 0) return;
  c.fillStyle = paint;
  c.beginPath();
  c.ellipse(x, y, r, ry, turn, 0, TAU);
  c.fill();
}

export function ring(
  c: Context,
  x: number,
  y: number,
  r: number,
  paint: Paint,
  width = 4,
  from = 0,
  to = TAU,
) {
  if (r <= 0) return;
  c.strokeStyle = paint;
  c.lineWidth = width;
  c.beginPath();
  c.arc(x, y, r, from, to);
  c.stroke();
}

const paths = new Map<string, Path2D>();
function pathOf(d: string) {
  const path = paths.get(d) ?? new Path2D(d);
  paths.set(d, path);
  return path;
}

/** An outline in SVG's language. */
export function shape(c: Context, d: string, paint: Paint) {
  c.fillStyle = paint;
  c.fill(pathOf(d));
}

export function trace(c: Context, d: string, paint: Paint, width = 4) {
  c.strokeStyle = paint;
  c.lineWidth = width;
  c.stroke(pathOf(d));
}

export interface Placing {
  scale?: number;
  stretch?: Point;
  turn?: number;
  opacity?: number;
}

/** Draws with the origin at x, y. */
export function at(c: Context, x: number, y: number, placing: Placing, draw: () => void) {
  c.save();
  c.translate(x, y);
  if (placing.turn) c.rotate(placing.turn);
  if (placing.scale !== undefined) c.scale(placing.scale, Math.abs(placing.scale));
  if (placing.stretch) c.scale(placing.stretch[0], placing.stretch[1]);
  if (placing.opacity !== undefined) c.globalAlpha *= placing.opacity;
  draw();
  c.restore();
}

/** Looks at x, y from `zoom` times nearer, with that point in the middle of the sheet. */
export function camera(c: Context, x: number, y: number, zoom: number, draw: () => void, turn = 0) {
  c.save();
  c.translate(WIDTH / 2, HEIGHT / 2);
  c.rotate(turn);
  c.scale(zoom, zoom);
  c.translate(-x, -y);
  draw();
  c.restore();
}

export function clipped(c: Context, outline: () => void, draw: () => void) {
  c.save();
  c.beginPath();
  outline();
  c.clip();
  draw();
  c.restore();
}

/** A soft light, made of a few flat discs so that it compresses well. */
export function glow(c: Context, x: number, y: number, r: number, color: string, strength = 0.5, rings = 9) {
  c.save();
  c.globalAlpha = strength / rings;
  for (let i = rings; i > 0; i--) disc(c, x, y, (r * i) / rings, color);
  c.restore();
}

export interface Lettering {
  font?: string;
  size: number;
  color: string;
  align?: "left" | "center" | "right";
  weight?: number | string;
  tracking?: number;
  outline?: number;
  maxWidth?: number;
}

export function letter(c: Context, words: string, x: number, y: number, l: Lettering) {
  c.save();
  c.font = `${l.weight ?? 400} ${l.size}px "${l.font ?? "Inter"}"`;
  c.letterSpacing = `${l.tracking ?? 0}px`;
  c.textAlign = l.align ?? "center";
  // Letter spacing trails the last letter too; centred words would sit left of the middle.
  const shift = l.align === undefined || l.align === "center" ? (l.tracking ?? 0) / 2 : 0;
  let squeeze = 1;
  if (l.maxWidth) squeeze = Math.min(1, l.maxWidth / c.measureText(words).width);
  c.translate(x + shift, y);
  c.scale(squeeze, squeeze);
  if (l.outline) {
    c.strokeStyle = l.color;
    c.lineWidth = l.outline;
    c.strokeText(words, 0, 0);
  } else {
    c.fillStyle = l.color;
    c.fillText(words, 0, 0);
  }
  c.restore();
}
