import { CARD, goTo } from "@/lib/platform/remote/move";

const HELD_AFTER_MS = 550;

let timer: ReturnType<typeof setTimeout> | undefined;

/** OK held on a card opens what the card offers besides its page; a short press follows its link, when it is let go. */
export function holdOk(active: HTMLElement, isRepeated: boolean): boolean {
  const own = active.matches("a") ? ownButton(active) : null;
  if (!own) return false;
  if (isRepeated) return true;
  clearTimeout(timer);
  timer = setTimeout(() => {
    timer = undefined;
    openOwn(own);
  }, HELD_AFTER_MS);
  return true;
}

export function letGoOfOk(): void {
  if (timer === undefined) return;
  clearTimeout(timer);
  timer = undefined;
  if (document.activeElement instanceof HTMLElement) document.activeElement.click();
}

/** Also what the menu key of a keyboard or a remote does. */
export function openOwnMenu(active: HTMLElement): boolean {
  const own = ownButton(active);
  if (own) openOwn(own);
  return own !== null;
}

const ownButton = (active: HTMLElement) => active.closest(CARD)?.querySelector<HTMLElement>("button") ?? null;

function openOwn(button: HTMLElement): void {
  if (button.matches("[aria-haspopup=menu]")) button.click();
  else goTo(button);
}
