/** The one poster that is carried over to the next page; there is never a second, which would stop the whole turn. */
const CARRIED = "carried-poster";

/** Called when a card is pressed: its poster, and no longer the one of this page, goes along, and comes back the same way. */
export function carryPoster(card: Element): void {
  for (const other of document.querySelectorAll(`.${CARRIED}`)) other.classList.remove(CARRIED);
  card.querySelector(".poster-frame")?.classList.add(CARRIED);
  import("@/components/ui/fly-back").then(
    ({ expectFlightBack }) => expectFlightBack(CARRIED),
    () => undefined,
  );
}
