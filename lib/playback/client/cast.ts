/** Whether this browser hands elements over by the Remote Playback API; Safari has a picker of its own. */
export const hasRemotePlayback = () => "remote" in HTMLMediaElement.prototype;

type Options = {
  url: string;
  onAvailable: (isThere: boolean) => void;
  /** Another screen shows it now, or no longer. */
  onConnected: (isConnected: boolean) => void;
};

/**
 * Shows a stream on another screen by way of an element of its own, which holds nothing but the address that the screen
 * reads: the element on the page is fed by scripts, and no browser hands such a one over.
 */
export class CastElement {
  readonly element = document.createElement("video");
  readonly #closing = new AbortController();

  constructor({ url, onAvailable, onConnected }: Options) {
    const { element } = this;
    element.preload = "none";
    element.crossOrigin = "anonymous";
    element.src = url;
    const { signal } = this.#closing;
    element.remote.addEventListener("connect", () => onConnected(true), { signal });
    element.remote.addEventListener("disconnect", () => onConnected(false), { signal });
    element.remote.watchAvailability(onAvailable).catch(() => onAvailable(false));
  }

  /** The browser asks which screen; nobody has to choose one. */
  choose(): void {
    void this.element.remote.prompt().catch(() => undefined);
  }

  /** The screen goes on where the page stood. */
  play(seconds: number): void {
    this.element.currentTime = seconds;
    void this.element.play().catch(() => undefined);
  }

  close(): void {
    this.#closing.abort();
    void this.element.remote.cancelWatchAvailability().catch(() => undefined);
    this.element.removeAttribute("src");
    this.element.load();
  }
}
