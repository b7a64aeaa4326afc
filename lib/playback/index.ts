// What other domains may use of playback.
export { watchPath } from "@/lib/playback/paths";
export type { Stills } from "@/lib/playback/stills";
