import { type Direction, findNearest } from "@/lib/platform/remote/nearest";

const FOCUSABLE =
  "a[href], button, input, select, textarea, summary, [tabindex], media-play-button, media-mute-button, media-time-range";
const OPEN_DIALOG = "[role=dialog][data-state=open], [role=alertdialog][data-state=open], dialog[open]";
/** A row that is scrolled sideways: it ends at its ends, and remembers who was visited last. */
const RAIL = "[data-rail]";

/** A title with its link; its other buttons are reached by holding OK. */
export const CARD = "[data-title-id], [data-rail] li";
/** Beside a row's title: where the row ends, not what lies between two rows. */
const RAIL_ACTION = "[data-rail-action]";

/** What belongs together is walked through before it is left. */
const GROUP = "form, section, nav, fieldset, [role=dialog]";
const LANDMARK = "header:not(main *), main, footer:not(main *), aside";

const visited = new WeakMap<Element, HTMLElement>();

/** Everything that can be gone to now: inside the dialog that is open, else on the page. */
export function listPlaces(scope: ParentNode = currentScope()): HTMLElement[] {
  return [...scope.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (element) =>
      element.tabIndex >= 0 &&
      !element.matches(":disabled, [aria-hidden=true] *, [inert] *") &&
      element.checkVisibility({ visibilityProperty: true }) &&
      element.getClientRects().length > 0 &&
      !isPinpoint(element),
  );
}

/** What only screen readers are shown, such as a skip link, is a dot or off the page. */
function isPinpoint(element: HTMLElement): boolean {
  const { width, height, bottom } = element.getBoundingClientRect();
  return width < 4 || height < 4 || bottom + window.scrollY < 0;
}

const currentScope = (): ParentNode => [...document.querySelectorAll(OPEN_DIALOG)].at(-1) ?? document;

export function findNeighbour(from: HTMLElement, direction: Direction): HTMLElement | null {
  const rail = from.closest(RAIL);
  if (direction === "left" || direction === "right") {
    const action = rail && direction === "right" ? findAction(rail) : null;
    return nearestOf(from, listPlaces(rail ?? currentScope()).filter(besides(from)), direction) ?? action;
  }
  const places = listPlaces().filter((place) => place === from || !isAside(place));
  const group = from.closest(GROUP);
  const near = group
    ? nearestOf(
        from,
        places.filter((place) => group.contains(place)),
        direction,
      )
    : null;
  const next = near ?? nearestOf(from, places, direction);
  const entered = next?.closest(RAIL);
  if (!next || !entered || entered === rail) return next;
  const known = visited.get(entered);
  return known?.isConnected && entered.contains(known) ? known : next;
}

function nearestOf(from: HTMLElement, places: HTMLElement[], direction: Direction): HTMLElement | null {
  const others = places.filter((place) => place !== from);
  const boxes = others.map((place) => place.getBoundingClientRect());
  return others[findNearest(from.getBoundingClientRect(), boxes, direction)] ?? null;
}

/** Sideways no arrow leads from the page into its header, nor past the end of a row of a grid. */
function besides(from: HTMLElement): (place: HTMLElement) => boolean {
  const landmark = from.closest(LANDMARK);
  const isInRow = isOneOfRow(from);
  return (place) => place.closest(LANDMARK) === landmark && (!isInRow || isBeside(from, place));
}

/** What belongs to a row or to a card is not in the way from row to row. */
const isAside = (place: HTMLElement) =>
  place.closest(RAIL_ACTION) !== null ||
  (place.matches("button") && Boolean(place.closest(CARD)?.querySelector("a")));

const findAction = (rail: Element) =>
  rail.closest("section")?.querySelector<HTMLElement>(`${RAIL_ACTION} a`) ?? null;

function isOneOfRow(element: HTMLElement): boolean {
  const list = element.closest("li")?.parentElement;
  return Boolean(list && listPlaces(list).some((other) => other !== element && isBeside(element, other)));
}

function isBeside(one: HTMLElement, other: HTMLElement): boolean {
  const { top, bottom } = one.getBoundingClientRect();
  const box = other.getBoundingClientRect();
  return box.top < bottom && box.bottom > top;
}

/** Focus, with what lies around it in view: a row in the middle of the screen, the top of the page when it is reached. */
export function goTo(element: HTMLElement): void {
  const rail = element.closest(RAIL);
  if (rail) visited.set(rail, element);
  element.focus({ preventScroll: true, focusVisible: true } as FocusOptions);
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
  const { top, bottom } = element.getBoundingClientRect();
  if (bottom + window.scrollY < window.innerHeight * 0.9 && !isFixed(element)) {
    window.scrollTo({ top: 0, behavior });
    element.scrollIntoView({ block: "nearest", inline: "center", behavior, container: "nearest" } as never);
    return;
  }
  const hasRoom = top > window.innerHeight * 0.12 && bottom < window.innerHeight * 0.88;
  element.scrollIntoView({ block: hasRoom ? "nearest" : "center", inline: "center", behavior });
}

const isFixed = (element: HTMLElement) =>
  element.closest("header, nav, [role=dialog], [data-stage]") !== null;

/** The controls of the player: those at the foot of the picture when an arrow points down. */
export function firstControl(stage: HTMLElement, direction: Direction): HTMLElement | null {
  const places = listPlaces(stage);
  const middle = window.innerHeight / 2;
  const low = places.find((place) => place.getBoundingClientRect().top > middle);
  return (direction === "down" ? low : null) ?? places[0] ?? null;
}

/** Where a page begins for somebody who has arrows only: at what it is for. */
export function firstPlace(): HTMLElement | null {
  const main = currentScope() === document ? document.querySelector("main") : null;
  const places = listPlaces(main ?? currentScope());
  return places.find((place) => place.closest("[data-first-focus]")) ?? places[0] ?? null;
}
