import { awaitEarlyPlayback } from "@/lib/playback/client/early-start";
import { canPlayWithHls, type OpenHls, openHls } from "@/lib/playback/client/open-hls";
import { isAskedToSave } from "@/lib/playback/client/save-data";

type Early = OpenHls & { sessionId: string; video: HTMLVideoElement; shownAt: number | null };

let early: Early | null = null;
/** The page has come alive: whatever begins from now on is its own. */
let isOver = false;

/**
 * Plays in the element that the document brought, as soon as the engine's script and the answer about the stream are there.
 * The page around it may come alive later: it takes over what plays already.
 */
export async function beginEarly(): Promise<void> {
  const video = document.querySelector<HTMLVideoElement>("[data-stage=empty] video");
  if (!video || !canPlayWithHls()) return;
  const playback = await awaitEarlyPlayback();
  if (!playback || isOver) return;
  const isSaving = playback.preferences.dataSaver || isAskedToSave();
  const own: Early = {
    ...openHls({ video, playback, startSeconds: playback.resumeSeconds, isSaving }),
    sessionId: playback.sessionId,
    video,
    shownAt: null,
  };
  early = own;
  video.requestVideoFrameCallback?.((now) => {
    own.shownAt = now;
  });
  video.addEventListener("loadeddata", () => showStage(video), { once: true });
}

/** From the first picture on it is seen, whether or not the page has come alive. */
function showStage(video: HTMLVideoElement): void {
  const stage = video.closest<HTMLElement>("[data-stage=empty]");
  if (!stage) return;
  const isPage = new URLSearchParams(window.location.search).get("view") === "page";
  stage.dataset.stage = isPage ? "page" : "window";
}

/** What plays already of this session, once; whatever else was begun ends. */
export function takeEarly(sessionId: string, video: HTMLVideoElement): Early | null {
  const own = early;
  early = null;
  isOver = true;
  if (own?.sessionId === sessionId && own.video === video) return own;
  own?.hls.destroy();
  return null;
}

/** Nobody will take it any more. */
export function dropEarly(): void {
  early?.hls.destroy();
  early = null;
  isOver = true;
}
