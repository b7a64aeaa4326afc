// What other domains may use of media.
export {
  type AudioTrack,
  audioTracksSchema,
  type Rendition,
  renditionsSchema,
  type Segment,
  SUBTITLE_KINDS,
  segmentsSchema,
} from "@/lib/media/schema";
