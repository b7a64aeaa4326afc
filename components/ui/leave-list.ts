const LOADED_WITHIN_MS = 150;
const GONE_WITHIN_MS = 1000;
const EASE_OUT = [0.2, 0.8, 0.2, 1] as const;

/** The library is fetched when somebody reaches for a button that takes something away. */
export const loadMotion = () => import("framer-motion/dom/mini");

/**
 * Takes an entry off a list so that the eye can follow: it fades, and the others move to their new places. Without motion,
 * or where the library does not come in time, it is simply gone.
 */
export async function leaveList(entry: HTMLElement, remove: () => void): Promise<void> {
  const list = entry.parentElement;
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const motion = list && !isStill ? await inTime(loadMotion()) : null;
  if (!motion || !list) {
    remove();
    return;
  }
  const { animate } = motion;
  await animate(entry, { opacity: 0, transform: "scale(0.86)" }, { duration: 0.15 });
  const before = placesOf(list);
  remove();
  if (!(await isGone(entry, list))) {
    entry.style.removeProperty("opacity");
    entry.style.removeProperty("transform");
    return;
  }
  for (const [other, from] of before) {
    const to = other.getBoundingClientRect();
    const [x, y] = [from.left - to.left, from.top - to.top];
    if (!other.isConnected || (Math.abs(x) < 1 && Math.abs(y) < 1)) continue;
    animate(
      other,
      { transform: [`translate(${x}px, ${y}px)`, "none"] },
      { duration: 0.34, ease: [...EASE_OUT] as [number, number, number, number] },
    );
  }
}

const placesOf = (list: Element) =>
  new Map([...list.children].map((child) => [child as HTMLElement, child.getBoundingClientRect()]));

function inTime<Value>(promise: Promise<Value>): Promise<Value | null> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), LOADED_WITHIN_MS));
  return Promise.race([promise, late]).catch(() => null);
}

/** Waits for the list to be drawn without it, and says so before the browser has painted that. */
function isGone(entry: HTMLElement, list: Element): Promise<boolean> {
  return new Promise((resolve) => {
    if (!entry.isConnected) return resolve(true);
    const observer = new MutationObserver(() => !entry.isConnected && finish(true));
    const timer = setTimeout(() => finish(entry.isConnected === false), GONE_WITHIN_MS);
    const finish = (isAway: boolean) => {
      observer.disconnect();
      clearTimeout(timer);
      resolve(isAway);
    };
    observer.observe(list.parentElement ?? list, { childList: true, subtree: true });
  });
}
