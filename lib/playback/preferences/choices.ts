// Free of zod, so that the player can have it.

export const SEGMENT_CHOICES = ["ask", "skip", "never"] as const;
export const LINE_SIZES = ["small", "medium", "large", "huge"] as const;
export const LINE_COLORS = ["white", "yellow", "cyan", "green"] as const;
export const LINE_BACKGROUNDS = ["box", "shade", "none"] as const;
/** Seconds by which lines may be early or late. */
export const LONGEST_DELAY_SECONDS = 30;

export type SegmentChoice = (typeof SEGMENT_CHOICES)[number];

export type SubtitleStyle = {
  size: (typeof LINE_SIZES)[number];
  color: (typeof LINE_COLORS)[number];
  background: (typeof LINE_BACKGROUNDS)[number];
  /** Lines come this much later; earlier when negative. */
  delaySeconds: number;
};

/** How one viewer watches. */
export type PlaybackPreferences = {
  autoplayNext: boolean;
  autoplayPreviews: boolean;
  intro: SegmentChoice;
  recap: SegmentChoice;
  credits: SegmentChoice;
  /** Null while nobody has said: then the film's own default is shown. */
  wantsSubtitles: boolean | null;
  subtitleLanguage: string | null;
  audioLanguage: string | null;
  subtitleStyle: SubtitleStyle;
  dataSaver: boolean;
};

export const PLAIN_STYLE: SubtitleStyle = {
  size: "medium",
  color: "white",
  background: "box",
  delaySeconds: 0,
};

export const DEFAULT_PREFERENCES: PlaybackPreferences = {
  autoplayNext: true,
  autoplayPreviews: true,
  intro: "ask",
  recap: "ask",
  credits: "ask",
  wantsSubtitles: null,
  subtitleLanguage: null,
  audioLanguage: null,
  subtitleStyle: PLAIN_STYLE,
  dataSaver: false,
};
