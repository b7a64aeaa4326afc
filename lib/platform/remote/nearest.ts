export type Direction = "left" | "right" | "up" | "down";
export type Box = { left: number; top: number; right: number; bottom: number };

/** The row comes before the column: sideways, what is not beside comes after everything that is. */
const NOT_BESIDE = 10_000;
/** Upwards and downwards a row is as far as it is, and a little farther where nothing of it is straight ahead. */
const NOT_AHEAD = 160;
const VERTICAL_STRAY = 0.2;
/** Neighbours may overlap by a little, as a card does that is drawn larger. */
const SLACK = 2;

/**
 * Which of the boxes a person means who presses an arrow: the one that begins beyond the edge in that direction and strays
 * least from it; -1 when there is none. Distances are in CSS pixels.
 */
export function findNearest(from: Box, boxes: readonly Box[], direction: Direction): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, box] of boxes.entries()) {
    if (!liesBeyond(from, box, direction)) continue;
    const distance = distanceTo(from, box, direction);
    if (distance >= least) continue;
    least = distance;
    best = index;
  }
  return best;
}

function liesBeyond(from: Box, box: Box, direction: Direction): boolean {
  const { x, y } = centre(from);
  const to = centre(box);
  // A button in the corner of a card lies inside it; its middle says whether it is above or below.
  if (contains(from, box)) return direction === "up" ? to.y < y - 1 : direction === "down" && to.y > y + 1;
  if (contains(box, from)) return direction === "up" ? to.y < y - 1 : direction === "down" && to.y > y + 1;
  if (direction === "left") return box.left < from.left - 1 && to.x < x && box.right <= x + SLACK;
  if (direction === "right") return box.right > from.right + 1 && to.x > x && box.left >= x - SLACK;
  if (direction === "up") return box.top < from.top - 1 && box.bottom <= y + SLACK;
  return box.bottom > from.bottom + 1 && box.top >= y - SLACK;
}

function distanceTo(from: Box, box: Box, direction: Direction): number {
  const isSideways = direction === "left" || direction === "right";
  const ahead = {
    left: from.left - box.right,
    right: box.left - from.right,
    up: from.top - box.bottom,
    down: box.top - from.bottom,
  }[direction];
  const stray = isSideways
    ? gap(from.top, from.bottom, box.top, box.bottom)
    : gap(from.left, from.right, box.left, box.right);
  const strayed = stray === 0 ? 0 : isSideways ? NOT_BESIDE + stray : NOT_AHEAD + stray * VERTICAL_STRAY;
  const off = isSideways ? 0 : Math.abs(centre(from).x - centre(box).x) * 0.01;
  return Math.max(0, ahead) + strayed + off;
}

const gap = (start: number, end: number, otherStart: number, otherEnd: number) =>
  Math.max(0, otherStart - end, start - otherEnd);

const centre = ({ left, right, top, bottom }: Box) => ({ x: (left + right) / 2, y: (top + bottom) / 2 });

const contains = (outer: Box, inner: Box) =>
  inner.left >= outer.left - 1 &&
  inner.right <= outer.right + 1 &&
  inner.top >= outer.top - 1 &&
  inner.bottom <= outer.bottom + 1;
