/** Where the focus goes when an entry is removed under it: to its neighbour, or to the page when it was the last. */
export function focusNeighbour(button: Element): void {
  const entry = button.closest("li");
  const neighbour = entry?.nextElementSibling ?? entry?.previousElementSibling;
  const place = neighbour?.querySelector<HTMLElement>("a") ?? document.getElementById("main");
  place?.focus({ preventScroll: true });
}
