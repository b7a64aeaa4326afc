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

/** Says that this browser is about to be signed out: what is to be kept is sent now, while the server takes it. */
export function announceSignOut(): void {
  window.dispatchEvent(new Event(SIGN_OUT));
}

export function onSignOut(listener: () => void, signal: AbortSignal): void {
  window.addEventListener(SIGN_OUT, listener, { signal });
}
