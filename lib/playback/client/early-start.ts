import type { Playback, PlaybackTarget } from "@/lib/playback/schema";

/** Outlives a reload of the tab, so that the stream before it can be replaced instead of counted beside it. */
export const LAST_SESSION = "cineverse:stream";

type EarlyStart = {
  key: string;
  askedAt: number;
  request: Promise<Response>;
  /** What it answered, read as it comes; null for a refusal and for no answer. */
  playback: Promise<Playback | null>;
};
type EarlyWindow = Window & { cineverseStart?: EarlyStart };

const keyOf = ({ movieId, episodeId }: PlaybackTarget) => `${movieId} ${episodeId ?? ""}`;

/**
 * A script for the page itself: it asks for the stream while the player is still on its way. A page that is opened
 * without a new document runs no script; then the player asks.
 */
export function earlyStartScript(target: PlaybackTarget): string {
  const [key, body, storage] = [keyOf(target), target, LAST_SESSION].map(toScript);
  return (
    `{const r=sessionStorage.getItem(${storage}),askedAt=performance.now(),request=fetch("/api/playback",{method:"POST",` +
    `headers:{accept:"application/json","content-type":"application/json"},` +
    `body:JSON.stringify({...${body},...(r&&{replacesSessionId:r})})});window.cineverseStart={key:${key},askedAt,request,` +
    `playback:request.then(a=>a.ok?a.clone().json():null).catch(()=>null)}}`
  );
}

/**
 * Asks for the scripts that hydrating waits for and no tag names: what stands as a property in the tree, error pages above
 * all, is known only from the data inside of the document, which is read when all other scripts are there.
 */
export function earlyChunksScript(nonce: string | undefined): string {
  return (
    `{const f=()=>{const d=[...document.scripts].map(s=>s.src?"":s.text).join(" ");` +
    `for(const u of new Set(d.match(/\\/_next\\/static\\/chunks\\/[\\w.~-]+\\.js/g)??[])){` +
    `if(document.querySelector('script[src^="'+u+'"],link[href="'+u+'"]'))continue;` +
    `document.head.append(Object.assign(document.createElement("link"),{rel:"preload",as:"script",href:u,nonce:${toScript(nonce ?? "")}}))}};` +
    `f();document.readyState==="loading"&&document.addEventListener("DOMContentLoaded",f)}`
  );
}

/** JSON that cannot end the script it stands in. */
const toScript = (value: unknown) => JSON.stringify(value).replaceAll("<", "\\u003c");

/** What the page was answered, for who does not take it over; null where there is nothing to play. */
export async function awaitEarlyPlayback(): Promise<Playback | null> {
  return (await (window as EarlyWindow).cineverseStart?.playback) ?? null;
}

/** The stream that the page asked for, once. */
export function takeEarlyStart(target: PlaybackTarget): EarlyStart | null {
  const page = window as EarlyWindow;
  const early = page.cineverseStart;
  delete page.cineverseStart;
  return early?.key === keyOf(target) ? early : null;
}
