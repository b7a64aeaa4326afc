export const CORNERS = ["bottom-end", "bottom-start", "top-start", "top-end"] as const;
export type Corner = (typeof CORNERS)[number];

const STORED = "cineverse:corner";

export function readCorner(): Corner {
  const stored = localStorage.getItem(STORED);
  return CORNERS.find((corner) => corner === stored) ?? CORNERS[0];
}

export function keepCorner(corner: Corner): void {
  localStorage.setItem(STORED, corner);
}

/** Once round, for a button that is pressed again and again. */
export function nextCorner(corner: Corner): Corner {
  return CORNERS[(CORNERS.indexOf(corner) + 1) % CORNERS.length] ?? CORNERS[0];
}

/** The corner that lies in the direction of an arrow key; null for another key. */
export function cornerTowards(corner: Corner, key: string, isLeftToRight: boolean): Corner | null {
  const [block, inline] = corner.split("-");
  const start = isLeftToRight ? "ArrowLeft" : "ArrowRight";
  const end = isLeftToRight ? "ArrowRight" : "ArrowLeft";
  if (key === "ArrowUp") return `top-${inline}` as Corner;
  if (key === "ArrowDown") return `bottom-${inline}` as Corner;
  if (key === start) return `${block}-start` as Corner;
  if (key === end) return `${block}-end` as Corner;
  return null;
}

/** The corner of the window that is nearest to a point. */
export function cornerAt(
  point: { x: number; y: number },
  window: { innerWidth: number; innerHeight: number },
  isLeftToRight: boolean,
): Corner {
  const isLeft = point.x < window.innerWidth / 2;
  const block = point.y < window.innerHeight / 2 ? "top" : "bottom";
  return `${block}-${isLeft === isLeftToRight ? "start" : "end"}`;
}
