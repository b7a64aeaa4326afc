import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";

const HLS = createRequire(import.meta.url).resolve("hls.js/dist/hls.min.js");

/** What a player needs at the least: hls.js, a video and a playlist. */
const page = (startSeconds: number) => `<!doctype html><title>Bare</title>
<video muted autoplay playsinline width="640"></video>
<script src="/hls.js"></script>
<script>
  const video = document.querySelector("video");
  const hls = new Hls({ startPosition: ${startSeconds} });
  hls.loadSource("/master.m3u8");
  hls.attachMedia(video);
  hls.on(Hls.Events.MANIFEST_PARSED, () => video.play());
</script>`;

export type BarePlayer = {
  urlFor: (startSeconds: number) => string;
  /** By name, as the master playlist names them. */
  playlists: Map<string, string>;
  close: () => void;
};

/** A page on loopback that plays playlists handed to it; their segments lie where the site's player gets its own. */
export async function startBarePlayer(): Promise<BarePlayer> {
  const playlists = new Map<string, string>();
  const script = await readFile(HLS);
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://bare.invalid");
    const playlist = playlists.get(url.pathname.slice(1));
    if (url.pathname === "/hls.js")
      response.writeHead(200, { "content-type": "text/javascript" }).end(script);
    else if (playlist !== undefined)
      response.writeHead(200, { "content-type": "application/vnd.apple.mpegurl" }).end(playlist);
    else if (url.pathname === "/")
      response
        .writeHead(200, { "content-type": "text/html" })
        .end(page(Number(url.searchParams.get("at") ?? 0)));
    else response.writeHead(404).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    urlFor: (startSeconds) => `http://127.0.0.1:${port}/?at=${startSeconds}`,
    playlists,
    close: () => server.close(),
  };
}
