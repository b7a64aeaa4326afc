import "server-only";
import { SIGNED_URL_SECONDS } from "@/lib/playback/limits";

/** Never kept by anything in between: the wrapper adds `private, no-store`. */
export function playlistResponse(playlist: string): Response {
  return new Response(playlist, { headers: { "content-type": "application/vnd.apple.mpegurl" } });
}

export function textTrackResponse(track: string): Response {
  return new Response(track, { headers: { "content-type": "text/vtt; charset=utf-8" } });
}

/** To the signed address; the browser may go there again without asking for half of its life. */
export function signedResponse(url: string): Response {
  const headers = { location: url, "cache-control": `private, max-age=${SIGNED_URL_SECONDS / 2}` };
  return new Response(null, { status: 302, headers });
}

/** Some receivers are browsers of their own kind: the address is the permission, so any of them may read the answer. */
export function forReceivers(response: Response): Response {
  response.headers.set("access-control-allow-origin", "*");
  return response;
}
