/** A row of controls that arrow keys walk along. */
export const KEY_ROW = "data-key-row";

const FOCUSABLE = "a[href], button:not([disabled]), media-time-range";

/**
 * The arrow keys of a remote control: sideways along a row, up and down between rows. Only for whoever came here by
 * keyboard: after a click on a button the arrows still seek. Enter with nothing chosen shows the controls. False where
 * the key is not for moving.
 */
export function moveFocus({ key }: KeyboardEvent, stage: HTMLElement): boolean {
  const active = document.activeElement;
  if (key === "Enter" && (active === stage || active === document.body)) return focusFirst(stage);
  if (!/^Arrow(Left|Right|Up|Down)$/.test(key)) return false;
  if (!active?.matches(":focus-visible") || active === stage || !stage.contains(active)) return false;
  const rows = listRows(stage);
  const row = rows.findIndex((one) => one.includes(active as HTMLElement));
  if (row === -1) return false;
  if (key === "ArrowUp" || key === "ArrowDown") {
    const next = rows[row + (key === "ArrowDown" ? 1 : -1)];
    if (next) nearest(active, next)?.focus();
    return true;
  }
  const isForward = (key === "ArrowRight") === (getComputedStyle(stage).direction === "ltr");
  const own = rows[row] ?? [];
  own[own.indexOf(active as HTMLElement) + (isForward ? 1 : -1)]?.focus();
  return true;
}

function listRows(stage: HTMLElement): HTMLElement[][] {
  return [...stage.querySelectorAll<HTMLElement>(`[${KEY_ROW}]`)]
    .map((row) =>
      [...row.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((element) => element.checkVisibility()),
    )
    .filter((row) => row.length > 0)
    .sort((one, other) => middle(one[0], "top") - middle(other[0], "top"));
}

function focusFirst(stage: HTMLElement): boolean {
  const rows = listRows(stage);
  rows.at(-1)?.[0]?.focus();
  return rows.length > 0;
}

function nearest(from: Element, row: HTMLElement[]): HTMLElement | undefined {
  const here = middle(from, "left");
  return row.toSorted(
    (one, other) => Math.abs(middle(one, "left") - here) - Math.abs(middle(other, "left") - here),
  )[0];
}

function middle(element: Element | undefined, side: "left" | "top"): number {
  const box = element?.getBoundingClientRect();
  if (!box) return 0;
  return side === "left" ? box.left + box.width / 2 : box.top + box.height / 2;
}
