import type { ExternalToast, toast as sonner } from "sonner";

type Call = (shown: typeof sonner) => void;

let shown: typeof sonner | null = null;
let ask: (() => void) | null = null;
const waiting: Call[] = [];
let count = 0;

/** Called by the host that draws toasts, with how to fetch what it draws them with. */
export function onFirstToast(load: () => void): () => void {
  ask = load;
  if (waiting.length > 0) load();
  return () => {
    ask = null;
  };
}

/** From now on toasts are shown at once; those said before are shown now. */
export function showToastsWith(loaded: typeof sonner): void {
  shown = loaded;
  for (const call of waiting.splice(0)) call(loaded);
}

function pass(call: Call): void {
  if (shown) {
    call(shown);
    return;
  }
  waiting.push(call);
  ask?.();
}

const say =
  (kind: "message" | "success" | "error") =>
  (message: string, options: ExternalToast = {}): string | number => {
    count += 1;
    const id = options.id ?? `toast-${count}`;
    pass((loaded) => loaded[kind](message, { ...options, id }));
    return id;
  };

/** Sonner's words without its code, which is loaded when somebody begins to do something. Answers the toast's id. */
export const toast = Object.assign(say("message"), {
  success: say("success"),
  error: say("error"),
  dismiss: (id?: string | number) => pass((loaded) => loaded.dismiss(id)),
});
