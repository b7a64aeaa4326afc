/** Everything that buttons and keys do. */
export type PlayerActions = {
  togglePlay: () => void;
  seekBy: (seconds: number) => void;
  seekTo: (seconds: number) => void;
  seekToFraction: (fraction: number) => void;
  stepFrames: (frames: number) => void;
  changeVolume: (difference: number) => void;
  toggleMute: () => void;
  setSpeed: (rate: number) => void;
  changeSpeed: (steps: number) => void;
  toggleFullscreen: () => void;
  togglePip: () => void;
  toggleTheatre: () => void;
  toggleMini: () => void;
  toggleSubtitles: () => void;
  toggleStats: () => void;
  playNext: () => void;
  showKeys: () => void;
  leaveControls: () => void;
};

export const SPEEDS = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] as const;

type VideoActions = Pick<
  PlayerActions,
  | "togglePlay"
  | "seekBy"
  | "seekTo"
  | "seekToFraction"
  | "stepFrames"
  | "changeVolume"
  | "toggleMute"
  | "setSpeed"
  | "changeSpeed"
  | "togglePip"
>;

/** What needs nothing but the video. `frameRate` is that of the rendition on screen. */
export function videoActions(video: HTMLVideoElement, frameRate: () => number): VideoActions {
  const seekTo = (seconds: number) => {
    if (!Number.isFinite(video.duration)) return;
    const isRevived = video.ended && seconds < video.duration;
    video.currentTime = Math.min(Math.max(0, seconds), video.duration);
    if (isRevived) void video.play().catch(() => undefined);
  };
  const setSpeed = (rate: number) => {
    video.preservesPitch = true;
    video.playbackRate = rate;
  };
  return {
    seekTo,
    setSpeed,
    togglePlay: () => {
      if (video.paused) void video.play().catch(() => undefined);
      else video.pause();
    },
    seekBy: (seconds) => seekTo(video.currentTime + seconds),
    seekToFraction: (fraction) => seekTo(video.duration * fraction),
    stepFrames: (frames) => {
      if (video.paused) seekTo(frameAfter(video.currentTime, frames, frameRate()));
    },
    changeVolume: (difference) => {
      video.volume = Math.min(1, Math.max(0, video.volume + difference));
      video.muted = false;
    },
    toggleMute: () => {
      video.muted = !video.muted;
    },
    changeSpeed: (steps) => {
      const index = SPEEDS.findIndex((speed) => speed >= video.playbackRate);
      setSpeed(SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, index + steps))] ?? 1);
    },
    togglePip: () => {
      const change = document.pictureInPictureElement
        ? document.exitPictureInPicture()
        : video.requestPictureInPicture();
      void change.catch(() => undefined);
    },
  };
}

/** The middle of the frame that lies so many frames after the one shown: its edges belong to two. */
export function frameAfter(seconds: number, frames: number, frameRate: number): number {
  const shown = Math.floor(seconds * frameRate + 1e-3);
  return (Math.max(0, shown + frames) + 0.5) / frameRate;
}
