import { getNonce } from "@/lib/platform/nonce-page";
import { earlyChunksScript, earlyStartScript } from "@/lib/playback/client/early-start";
import type { PlaybackTarget } from "@/lib/playback/schema";

/** Asks for the stream as soon as the document arrives, while the player is being downloaded. */
export async function EarlyStart(target: PlaybackTarget) {
  const { movieId, episodeId } = target;
  const nonce = await getNonce();
  return (
    <script
      // Not a module: that waits its turn among all other scripts, a plain one for the style sheets alone, which come first.
      nonce={nonce}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made of two ids, with nothing that could end the script
      dangerouslySetInnerHTML={{
        __html: earlyStartScript({ movieId, episodeId }) + earlyChunksScript(nonce),
      }}
      suppressHydrationWarning
    />
  );
}
