import { getNonce } from "@/lib/platform/nonce-page";
import { earlyChunksScript, earlyStartScript } from "@/lib/playback/client/early-start";
import type { PlaybackTarget } from "@/lib/playback/schema";

/** Asks for the stream as soon as the document arrives, while the player is being downloaded. */
export async function EarlyStart(target: PlaybackTarget) {
  const { movieId, episodeId } = target;
  const nonce = await getNonce();
  return (
    <script
      // A module does not wait for the style sheets above it, as a plain script in the document would.
      type="module"
      async
      nonce={nonce}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made of two ids, with nothing that could end the script
      dangerouslySetInnerHTML={{
        __html: earlyStartScript({ movieId, episodeId }) + earlyChunksScript(nonce),
      }}
      suppressHydrationWarning
    />
  );
}
