// What other domains may use: descriptions of streams only. The pipeline stays with the programs that run it.
export {
  type AudioTrack,
  audioTracksSchema,
  type Rendition,
  renditionsSchema,
  type Segment,
  type Stream,
  SUBTITLE_KINDS,
  type SubtitleTrack,
  segmentsSchema,
  streamSchema,
} from "@/lib/media/schema";
