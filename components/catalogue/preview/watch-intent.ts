const CARD = "[data-title-id]";
/** Long enough that crossing a row with the mouse, or walking through it by keys, opens nothing. */
const HOVER_MS = 500;
const FOCUS_MS = 650;
const LEAVE_MS = 160;

type Options = {
  /** A card is near: time to fetch what shows it. */
  onNear: () => void;
  onChange: (card: HTMLElement | null) => void;
};

const cardOf = ({ target }: Event) => (target instanceof Element ? target.closest<HTMLElement>(CARD) : null);

function focusedCard(): HTMLElement | null {
  const active = document.activeElement;
  return active?.matches(":focus-visible") ? active.closest<HTMLElement>(CARD) : null;
}

/** Says on which card somebody rests. Answers how to stop. */
export function watchIntent({ onNear, onChange }: Options): () => void {
  const pointer = matchMedia("(hover: hover) and (pointer: fine)");
  let shown: HTMLElement | null = null;
  let wanted: HTMLElement | null = null;
  let refused: HTMLElement | null = null;
  let timer = 0;

  const show = (card: HTMLElement | null) => {
    shown = card;
    onChange(card);
  };
  const want = (card: HTMLElement | null, delay: number) => {
    if (card !== refused) refused = null;
    if (card === wanted) return;
    wanted = card;
    clearTimeout(timer);
    if (card === shown || (card && card === refused)) return;
    if (card) onNear();
    timer = window.setTimeout(() => show(card), card ? delay : LEAVE_MS);
  };
  const hide = () => {
    clearTimeout(timer);
    wanted = null;
    if (shown) show(null);
  };

  const stopping = new AbortController();
  const on = <Name extends keyof DocumentEventMap>(
    name: Name,
    listener: (event: DocumentEventMap[Name]) => void,
    capture = false,
  ) => document.addEventListener(name, listener, { signal: stopping.signal, passive: true, capture });

  on("pointerover", (event) => {
    if (event.pointerType === "mouse" && pointer.matches) want(cardOf(event), HOVER_MS);
  });
  on("pointerdown", (event) => event.pointerType !== "mouse" && hide());
  on("focusin", (event) => {
    const isByKey = event.target instanceof Element && event.target.matches(":focus-visible");
    if (isByKey || shown) want(cardOf(event), FOCUS_MS);
  });
  on("keydown", (event) => {
    if (event.key !== "Escape" || !shown) return;
    const closed = shown;
    hide();
    refused = closed;
  });
  // Where it stood is no longer where its card is. What the focus brought into view, or what came to lie under the
  // pointer, may still be shown, once the page stands still.
  on(
    "scroll",
    () => {
      hide();
      const focused = focusedCard();
      const hovered = pointer.matches ? document.querySelector<HTMLElement>(`${CARD}:hover`) : null;
      if (focused && focused !== refused) want(focused, FOCUS_MS);
      else if (hovered && hovered !== refused) want(hovered, HOVER_MS);
    },
    true,
  );
  return () => {
    stopping.abort();
    clearTimeout(timer);
  };
}
