type SafariVideo = HTMLVideoElement & {
  webkitShowPlaybackTargetPicker?: () => void;
  webkitCurrentPlaybackTargetIsWireless?: boolean;
};

type Options = {
  /** What a receiver reads itself; where the browser reads it already, nothing has to stand beside it. */
  url: string | null;
  signal: AbortSignal;
  onChange: (isElsewhere: boolean) => void;
};

export const hasAirplay = (video: HTMLVideoElement) => "webkitShowPlaybackTargetPicker" in video;

export const pickAirplay = (video: HTMLVideoElement) =>
  (video as SafariVideo).webkitShowPlaybackTargetPicker?.();

/**
 * A receiver cannot read a source that scripts feed: another one stands beside it, which Safari hands over.
 * https://webkit.org/blog/15036/how-to-use-media-source-extensions-with-airplay/
 */
export function offerAirplay(video: HTMLVideoElement, { url, signal, onChange }: Options): void {
  if (!hasAirplay(video)) return;
  if (url !== null) {
    const source = document.createElement("source");
    source.type = "application/x-mpegURL";
    source.src = url;
    video.append(source);
    signal.addEventListener("abort", () => source.remove());
  }
  video.disableRemotePlayback = false;
  const changed = () => onChange((video as SafariVideo).webkitCurrentPlaybackTargetIsWireless === true);
  video.addEventListener("webkitcurrentplaybacktargetiswirelesschanged", changed, { signal });
}

/** Calls with whether Safari knows of a receiver. */
export function watchAirplay(
  video: HTMLVideoElement,
  signal: AbortSignal,
  onChange: (isThere: boolean) => void,
): void {
  const listen = (event: Event) =>
    onChange((event as Event & { availability?: string }).availability === "available");
  video.addEventListener("webkitplaybacktargetavailabilitychanged", listen, { signal });
}
