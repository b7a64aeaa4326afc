import { getNonce } from "@/lib/platform/nonce-page";
import { earlyStartScript } from "@/lib/playback/client/early-start";
import type { PlaybackTarget } from "@/lib/playback/schema";

/** Asks for the stream as soon as the document arrives, while the player is being downloaded. */
export async function EarlyStart(target: PlaybackTarget) {
  const { movieId, episodeId } = target;
  return (
    <script
      nonce={await getNonce()}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made of two ids, with nothing that could end the script
      dangerouslySetInnerHTML={{ __html: earlyStartScript({ movieId, episodeId }) }}
      suppressHydrationWarning
    />
  );
}
