import type { EngineStats } from "@/lib/playback/client/stats";
import type { StreamSession } from "@/lib/playback/client/stream-session";
import type { Playback } from "@/lib/playback/schema";

export type StreamProblem = "offline" | "broken" | "unsupported";

export type StreamChoices = {
  /** The chosen height; null is automatic. */
  chosenHeight: number | null;
  /** What is on screen. */
  currentHeight: number | null;
  /** Frames per second of what is on screen, as it was measured when it was packaged. */
  frameRate: number | null;
  audioTracks: { id: number; label: string; language: string | null }[];
  audioId: number;
};

export const NO_CHOICES: StreamChoices = {
  chosenHeight: null,
  currentHeight: null,
  frameRate: null,
  audioTracks: [],
  audioId: -1,
};

/** What feeds a video element, whoever reads the playlists. */
export type StreamEngine = {
  chooseHeight: (height: number | null) => void;
  chooseAudio: (id: number) => void;
  /** Caps what is chosen automatically, or no longer. */
  saveData: (isSaving: boolean) => void;
  readStats: () => EngineStats;
  /** Another screen fetches for itself; what is fetched here meanwhile nobody sees. */
  rest: (isResting: boolean) => void;
  /** The network may be back. */
  retry: () => void;
  destroy: () => void;
};

/** What is shown, where, and from which second. */
export type Source = {
  video: HTMLVideoElement;
  playback: Playback;
  startSeconds: number;
  isSaving: boolean;
};

export type Attachment = Source & {
  session: StreamSession;
  onChoices: (change: Partial<StreamChoices>) => void;
  onProblem: (problem: StreamProblem | null) => void;
  /** The film is back from another screen, and what fed it here is no longer of use. */
  onReturn: () => void;
};

/** Whoever pressed "play" wants it to play; a browser that refuses shows the button instead. Attaching would stop it. */
export function beginPlaying(video: HTMLVideoElement): void {
  void video.play().catch(() => undefined);
}
