import { animate } from "framer-motion/dom/mini";

const FLIGHT_S = 0.38;
const EASE_OUT = [0.2, 0.8, 0.2, 1] as [number, number, number, number];
/** A page that has to be asked for again comes without a flight. */
const DRAWN_WITHIN_MS = 600;

let isListening = false;

/** TypeScript knows nothing of it yet. */
type NavigateEvent = Event & { navigationType: string; destination: { sameDocument: boolean } };
type Navigating = Window & {
  navigation?: { addEventListener(name: "navigate", listener: (event: NavigateEvent) => void): void };
};

/**
 * The poster of a title's page flies back to its card when somebody goes back. A page that is gone back to is drawn in
 * the same moment, so that the browser finds its place on it; a view transition would have to wait, so a copy flies.
 */
export function expectFlightBack(carried: string): void {
  if (isListening) return;
  isListening = true;
  const listener = () => {
    const poster = document.querySelector<HTMLElement>(`main header .${carried}`);
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const address = document.querySelector<HTMLLinkElement>("link[rel=canonical]")?.href;
    if (!poster || !address || isStill || !isOnScreen(poster)) return;
    const copy = copyOf(poster, carried);
    void flyTo(copy, poster, new URL(address).pathname).finally(() => copy.remove());
  };
  // Where there is no such event the router has drawn the page that comes back before anybody else hears of it.
  (window as Navigating).navigation?.addEventListener("navigate", (event) => {
    if (event.navigationType === "traverse" && event.destination.sameDocument) listener();
  });
}

/** In the same place, above everything but the header, and nothing to anybody but the eye. */
function copyOf(poster: HTMLElement, carried: string): HTMLElement {
  const { left, top, width, height } = poster.getBoundingClientRect();
  const copy = poster.cloneNode(true) as HTMLElement;
  copy.classList.remove(carried);
  copy.ariaHidden = "true";
  copy.dataset.flight = "";
  Object.assign(copy.style, {
    position: "fixed",
    zIndex: "35",
    pointerEvents: "none",
    transformOrigin: "0 0",
    left: `${left}px`,
    top: `${top}px`,
    width: `${width}px`,
    height: `${height}px`,
  });
  document.body.append(copy);
  return copy;
}

async function flyTo(copy: HTMLElement, poster: HTMLElement, path: string): Promise<void> {
  const frame = await findCard(poster, path);
  if (!frame) return;
  const [from, to] = [copy.getBoundingClientRect(), frame.getBoundingClientRect()];
  const place = `translate(${to.left - from.left}px, ${to.top - from.top}px) scale(${to.width / from.width})`;
  frame.style.opacity = "0";
  try {
    await animate(copy, { transform: ["none", place] }, { duration: FLIGHT_S, ease: EASE_OUT });
  } finally {
    frame.style.removeProperty("opacity");
  }
}

/** The title's card on the page that came back, once that is drawn and stands still; null where it is not on the screen. */
async function findCard(poster: HTMLElement, path: string): Promise<HTMLElement | null> {
  const latest = performance.now() + DRAWN_WITHIN_MS;
  let before = "";
  while (performance.now() < latest) {
    await new Promise(requestAnimationFrame);
    if (poster.isConnected) continue;
    const frames = document.querySelectorAll<HTMLElement>(`main a[href="${path}"] .poster-frame`);
    const frame = [...frames].find(isOnScreen);
    const place = `${window.scrollY} ${frame?.getBoundingClientRect().left}`;
    if (frame && place === before) return frame;
    before = place;
  }
  return null;
}

function isOnScreen(element: Element): boolean {
  const { left, right, top, bottom, width } = element.getBoundingClientRect();
  return width > 0 && right > 0 && left < window.innerWidth && bottom > 0 && top < window.innerHeight;
}
