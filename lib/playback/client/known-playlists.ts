import Hls, { type HlsConfig, type LoaderCallbacks, type PlaylistLoaderContext } from "hls.js";
import type { Playback } from "@/lib/playback/schema";

type Callbacks = LoaderCallbacks<PlaylistLoaderContext>;
type PlaylistLoader = NonNullable<HlsConfig["pLoader"]>;

/** A loader that has the playlists which came with the start, once each, and asks the server for every other. */
export function knownPlaylists({
  masterUrl,
  playlists,
}: Pick<Playback, "masterUrl" | "playlists">): PlaylistLoader {
  const folder = masterUrl.slice(0, masterUrl.lastIndexOf("/") + 1);
  const known = new Map(Object.entries(playlists).map(([name, text]) => [folder + name, text]));
  class KnownPlaylists extends Hls.DefaultConfig.loader {
    override load(...[context, config, callbacks]: Parameters<InstanceType<PlaylistLoader>["load"]>): void {
      const text = take(known, context);
      if (text === undefined) super.load(context, config, callbacks as never);
      else queueMicrotask(() => this.#answer(text, context, callbacks));
    }

    #answer(text: string, context: PlaylistLoaderContext, callbacks: Callbacks): void {
      if (this.stats.aborted) return;
      const now = performance.now();
      this.stats.loading = { start: now, first: now, end: now };
      this.stats.loaded = text.length;
      this.stats.total = text.length;
      callbacks.onSuccess({ url: context.url, data: text, code: 200 }, this.stats, context, null);
    }
  }
  return KnownPlaylists as unknown as PlaylistLoader;
}

function take(known: Map<string, string>, { url }: PlaylistLoaderContext): string | undefined {
  const path = new URL(url, window.location.href).pathname;
  const text = known.get(path);
  known.delete(path);
  return text;
}
