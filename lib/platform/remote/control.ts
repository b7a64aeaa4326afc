import { holdOk, letGoOfOk, openOwnMenu } from "@/lib/platform/remote/hold";
import { arrowOf, isBackKey } from "@/lib/platform/remote/keys";
import { findNeighbour, firstControl, firstPlace, goTo, listPlaces } from "@/lib/platform/remote/move";
import type { Direction } from "@/lib/platform/remote/nearest";
import { keepKeyboardAway, ownsArrow, pressOk } from "@/lib/platform/remote/widgets";

type Place = { href: string | null; label: string; nth: number };

/** Where the focus was on each page, so that going back leads to the card that was left. */
const places = new Map<string, Place>();
const here = () => window.location.pathname + window.location.search;

let isTelevision = false;

/** Begins to listen; the first key may have been pressed before this was loaded. */
export function startRemote(isOnTelevision: boolean, firstArrow: Direction | null): void {
  isTelevision = isOnTelevision;
  document.documentElement.dataset.remote = isTelevision ? "television" : "keys";
  window.addEventListener("keydown", onKeyDown, { capture: true });
  if (isTelevision) window.addEventListener("keyup", ({ key }) => key === "Enter" && letGoOfOk());
  document.addEventListener("focusin", remember);
  if (firstArrow) move(firstArrow);
}

/** After a page was changed: back to what was left there, else to where it begins. */
export function arriveOnPage(): void {
  const active = document.activeElement;
  if (active && active !== document.body && active.id !== "main" && active.isConnected) return;
  if (document.querySelector("[data-stage=window]")) return;
  const element = recall(places.get(here())) ?? firstPlace();
  if (element) goTo(element);
}

function onKeyDown(event: KeyboardEvent): void {
  if (isBackKey(event, isTelevision)) {
    goBack(event);
    return;
  }
  const active = document.activeElement instanceof HTMLElement ? document.activeElement : document.body;
  const direction = arrowOf(event);
  const isDone = direction
    ? isMoved(active, direction) && move(direction)
    : isTelevision && event.key === "Enter"
      ? pressOk(active) || holdOk(active, event.repeat)
      : event.key === "ContextMenu" && openOwnMenu(active);
  if (isDone) take(event);
}

/** Who only looks at a page scrolls it with the arrows; a television has no other way to move. */
function isMoved(active: HTMLElement, direction: Direction): boolean {
  const stage =
    active.closest("[data-stage]") ?? (isNowhere(active) && document.querySelector("[data-stage=window]"));
  const isSideways = direction === "left" || direction === "right";
  if (stage && !isTelevision) return false;
  if (isNowhere(active)) return stage ? !isSideways : isTelevision || isSideways;
  if (!isTelevision && !active.matches(":focus-visible")) return false;
  return !ownsArrow(active, direction, isTelevision);
}

const isNowhere = (element: HTMLElement) =>
  element === document.body || element.id === "main" || element.hasAttribute("data-stage");

function move(direction: Direction): boolean {
  const active = document.activeElement;
  const from = active instanceof HTMLElement && !isNowhere(active) ? active : null;
  const stage = document.querySelector<HTMLElement>("[data-stage=window]");
  if (!from) {
    const first = stage ? firstControl(stage, direction) : firstPlace();
    if (first) goTo(first);
    return Boolean(first);
  }
  const next = findNeighbour(from, direction);
  if (next) {
    if (isTelevision) keepKeyboardAway(next);
    goTo(next);
  } else if (direction === "up") window.scrollTo({ top: 0 });
  // Below the last control of the player lies the film.
  else if (direction === "down" && stage) stage.focus({ preventScroll: true });
  return true;
}

function goBack(event: KeyboardEvent): void {
  const open = document.querySelector(
    "[role=dialog][data-state=open], [role=menu][data-state=open], [aria-expanded=true]",
  );
  if (open) {
    if (event.key === "Escape") return;
    take(event);
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
    return;
  }
  // Where the browser goes back by itself, twice would be too far.
  if (event.key === "BrowserBack") return;
  take(event);
  window.history.back();
}

function take(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

function remember(event: FocusEvent): void {
  const element = event.target;
  if (!(element instanceof HTMLElement) || isNowhere(element)) return;
  const same = listPlaces(document).filter((place) => isSame(place, element));
  places.set(here(), { ...nameOf(element), nth: same.indexOf(element) });
}

function recall(place: Place | undefined): HTMLElement | null {
  if (!place) return null;
  const same = listPlaces(document).filter((element) => {
    const { href, label } = nameOf(element);
    return href === place.href && label === place.label;
  });
  return same[place.nth] ?? same[0] ?? null;
}

const nameOf = (element: HTMLElement) => ({
  href: element.getAttribute("href"),
  label: element.getAttribute("aria-label") ?? element.textContent ?? "",
});

const isSame = (one: HTMLElement, other: HTMLElement) =>
  one.getAttribute("href") === other.getAttribute("href") && nameOf(one).label === nameOf(other).label;
