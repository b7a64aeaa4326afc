/** Whoever is about to watch, and where they go. */
export type ViewerSwitch = {
  viewerId: string;
  name: string;
  avatarPath: string | null;
  language: string;
  next: string;
};

type Elsewhere = Pick<ViewerSwitch, "viewerId" | "language">;

const EVENT = "cineverse:viewer-switch";
const SIGN_OUT = "cineverse:sign-out";
const CHANNEL = "cineverse-viewer";

let channel: BroadcastChannel | undefined;

/** One for both directions: another one of this tab would hear what this tab says itself. */
function otherTabs(): BroadcastChannel {
  channel ??= new BroadcastChannel(CHANNEL);
  return channel;
}

/** Says that another viewer was chosen, here and in the other tabs of this browser. */
export function announceViewerSwitch(detail: ViewerSwitch): void {
  const { viewerId, language } = detail;
  otherTabs().postMessage({ viewerId, language } satisfies Elsewhere);
  window.dispatchEvent(new CustomEvent<ViewerSwitch>(EVENT, { detail }));
}

/**
 * Calls when another viewer was chosen in this tab, before their page is asked for: what plays, listens or waits for the
 * one before ends here. What React holds goes by itself. Answers how to stop listening.
 */
export function onViewerSwitch(listener: (to: ViewerSwitch) => void): () => void {
  const heard = (event: Event) => listener((event as CustomEvent<ViewerSwitch>).detail);
  window.addEventListener(EVENT, heard);
  return () => window.removeEventListener(EVENT, heard);
}

/** Calls with whom another tab of ours has chosen. */
export function onViewerSwitchElsewhere(listener: (to: Elsewhere) => void): () => void {
  const heard = ({ data }: MessageEvent<Elsewhere>) => listener(data);
  otherTabs().addEventListener("message", heard);
  return () => otherTabs().removeEventListener("message", heard);
}

/** So long a sign-out waits for what is to be kept before it. */
const PATIENCE_MS = 2_000;

type LastWords = { waitFor: (saved: Promise<unknown>) => void };

/**
 * Says that this browser is about to be signed out, and resolves when what is to be kept has arrived: a server that hears of
 * the sign-out first takes nothing more. What fails, or takes longer than two seconds, holds nobody back.
 */
export async function announceSignOut(): Promise<void> {
  const saving: Promise<unknown>[] = [];
  const detail: LastWords = { waitFor: (saved) => saving.push(saved) };
  window.dispatchEvent(new CustomEvent<LastWords>(SIGN_OUT, { detail }));
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([Promise.allSettled(saving), patience]);
}

/** `save` sends what is to be kept; the sign-out waits for its answer. */
export function onSignOut(save: () => Promise<unknown>, signal: AbortSignal): void {
  const heard = (event: Event) => (event as CustomEvent<LastWords>).detail.waitFor(save());
  window.addEventListener(SIGN_OUT, heard, { signal });
}
