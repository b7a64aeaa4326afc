import type { PlaybackTarget } from "@/lib/playback/schema";

/** Outlives a reload of the tab, so that the stream before it can be replaced instead of counted beside it. */
export const LAST_SESSION = "cineverse:stream";

type EarlyStart = { key: string; askedAt: number; request: Promise<Response> };
type EarlyWindow = Window & { cineverseStart?: EarlyStart };

const keyOf = ({ movieId, episodeId }: PlaybackTarget) => `${movieId} ${episodeId ?? ""}`;

/**
 * A script for the page itself: it asks for the stream while the player is still on its way. A page that is opened
 * without a new document runs no script; then the player asks.
 */
export function earlyStartScript(target: PlaybackTarget): string {
  const [key, body, storage] = [keyOf(target), target, LAST_SESSION].map(toScript);
  return (
    `{const r=sessionStorage.getItem(${storage});window.cineverseStart={key:${key},askedAt:performance.now(),` +
    `request:fetch("/api/playback",{method:"POST",headers:{accept:"application/json","content-type":"application/json"},` +
    `body:JSON.stringify({...${body},...(r&&{replacesSessionId:r})})})};window.cineverseStart.request.catch(()=>{})}`
  );
}

/** JSON that cannot end the script it stands in. */
const toScript = (value: unknown) => JSON.stringify(value).replaceAll("<", "\\u003c");

/** The stream that the page asked for, once. */
export function takeEarlyStart(target: PlaybackTarget): EarlyStart | null {
  const page = window as EarlyWindow;
  const early = page.cineverseStart;
  delete page.cineverseStart;
  return early?.key === keyOf(target) ? early : null;
}
