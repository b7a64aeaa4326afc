// What other domains may use of playback.
export { watchPath } from "@/lib/playback/paths";
