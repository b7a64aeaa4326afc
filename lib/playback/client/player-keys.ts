import type { PlayerActions } from "@/lib/playback/client/player-actions";

export type PlayerKey = {
  /** Its line in the list of keys. */
  name:
    | "play"
    | "seek"
    | "seekShort"
    | "tenths"
    | "frame"
    | "volume"
    | "mute"
    | "captions"
    | "speed"
    | "next"
    | "fullscreen"
    | "theatre"
    | "mini"
    | "pip"
    | "stats"
    | "help";
  /** As `KeyboardEvent.key` says them, letters small. */
  keys: string[];
  /** What stands on the keyboard. */
  caps: string[];
  run: (actions: PlayerActions, key: string) => void;
};

const forward = (key: string, one: string) => (key === one ? 1 : -1);

/** The keys of the player, in the order of their list. */
export const PLAYER_KEYS: PlayerKey[] = [
  { name: "play", keys: [" ", "k"], caps: ["space", "K"], run: (actions) => actions.togglePlay() },
  { name: "seek", keys: ["j", "l"], caps: ["J", "L"], run: (a, key) => a.seekBy(10 * forward(key, "l")) },
  {
    name: "seekShort",
    keys: ["ArrowLeft", "ArrowRight"],
    caps: ["←", "→"],
    run: (actions, key) => actions.seekBy(5 * forward(key, "ArrowRight")),
  },
  {
    name: "tenths",
    keys: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
    caps: ["0", "9"],
    run: (actions, key) => actions.seekToFraction(Number(key) / 10),
  },
  { name: "frame", keys: [",", "."], caps: [",", "."], run: (a, key) => a.stepFrames(forward(key, ".")) },
  {
    name: "volume",
    keys: ["ArrowUp", "ArrowDown"],
    caps: ["↑", "↓"],
    run: (actions, key) => actions.changeVolume(0.05 * forward(key, "ArrowUp")),
  },
  { name: "mute", keys: ["m"], caps: ["M"], run: (actions) => actions.toggleMute() },
  { name: "captions", keys: ["c"], caps: ["C"], run: (actions) => actions.toggleSubtitles() },
  { name: "speed", keys: ["<", ">"], caps: ["<", ">"], run: (a, key) => a.changeSpeed(forward(key, ">")) },
  { name: "next", keys: ["n"], caps: ["N"], run: (actions) => actions.playNext() },
  { name: "fullscreen", keys: ["f"], caps: ["F"], run: (actions) => actions.toggleFullscreen() },
  { name: "theatre", keys: ["t"], caps: ["T"], run: (actions) => actions.toggleTheatre() },
  { name: "mini", keys: ["i"], caps: ["I"], run: (actions) => actions.toggleMini() },
  { name: "pip", keys: ["p"], caps: ["P"], run: (actions) => actions.togglePip() },
  { name: "stats", keys: ["s"], caps: ["S"], run: (actions) => actions.toggleStats() },
  { name: "help", keys: ["?"], caps: ["?"], run: (actions) => actions.showKeys() },
];

/** Keys of a remote control or a keyboard's upper row; nobody needs to be told of them. */
const REMOTE_KEYS = new Map<string, (actions: PlayerActions) => void>([
  ["MediaPlayPause", (actions) => actions.togglePlay()],
  ["MediaTrackNext", (actions) => actions.playNext()],
  ["MediaRewind", (actions) => actions.seekBy(-10)],
  ["MediaFastForward", (actions) => actions.seekBy(10)],
  ["Escape", (actions) => actions.leaveControls()],
]);

/** Does what a key means; false for a key that means nothing here. */
export function runKey(key: string, actions: PlayerActions): boolean {
  const name = key.length === 1 ? key.toLowerCase() : key;
  const known = PLAYER_KEYS.find(({ keys }) => keys.includes(name));
  const remote = REMOTE_KEYS.get(name);
  known?.run(actions, name);
  remote?.(actions);
  return Boolean(known ?? remote);
}
