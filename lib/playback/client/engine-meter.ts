import type Hls from "hls.js";
import { Events } from "hls.js";
import { type EngineStats, NO_ENGINE_STATS } from "@/lib/playback/client/stats";

/** Remembers how the last segment of the picture arrived, and reads the rest when it is asked. */
export class EngineMeter {
  #hls: Hls | null = null;
  #latencyMs: number | null = null;
  #segmentMs: number | null = null;

  watch(hls: Hls): void {
    this.#hls = hls;
    hls.on(Events.FRAG_LOADED, (_event, { frag }) => {
      if (frag.type !== "main") return;
      const { start, first, end } = frag.stats.loading;
      this.#latencyMs = Math.round(first - start);
      this.#segmentMs = Math.round(end - start);
    });
  }

  read(): EngineStats {
    const hls = this.#hls;
    const level = hls?.levels[hls.currentLevel];
    if (!hls || !level) return NO_ENGINE_STATS;
    return {
      bitrate: level.bitrate,
      bandwidth: Math.round(hls.bandwidthEstimate) || null,
      latencyMs: this.#latencyMs,
      segmentMs: this.#segmentMs,
      codecs: level.attrs.CODECS ?? null,
      frameRate: level.frameRate || null,
    };
  }
}
