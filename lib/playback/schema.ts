import { z } from "zod";
import type { Episode, MovieCard } from "@/lib/catalogue";
import type { Segment } from "@/lib/media";
import type { PlaybackPreferences } from "@/lib/playback/preferences/choices";

const LONGEST_SECONDS = 60 * 60 * 48;

export const startBody = z.object({
  movieId: z.uuid(),
  episodeId: z.uuid().nullish(),
  /** The stream that this tab had before, so that reloading a page does not count twice. */
  replacesSessionId: z.uuid().nullish(),
});

export const sessionParams = z.object({ sessionId: z.uuid() });
const receiverToken = z.object({ token: z.string().max(600) });
export const receiverParams = receiverToken.extend({ file: z.string().max(40) });
export const receiverFileParams = receiverToken.extend({ name: z.string().max(80) });
export const receiverQuery = z.object({ height: z.coerce.number().int().positive().max(10_000).optional() });
export const trackParams = sessionParams.extend({ track: z.string().max(40) });
export const sheetParams = sessionParams.extend({ sheet: z.string().regex(/^thumbnails-\d{1,4}\.jpg$/) });
export const subtitleParams = sessionParams.extend({ track: z.string().regex(/^\d{1,3}\.vtt$/) });

export const heartbeatBody = z.object({
  /** When the addresses that the player has end, in milliseconds since 1970. */
  expiresAt: z.number().int().nonnegative().default(0),
});

const count = z.number().int().min(0).max(1_000_000);
const seconds = z.number().min(0).max(LONGEST_SECONDS);

/** How well a session played so far: running totals, so that a lost or repeated report does no harm. */
export const figuresSchema = z.object({
  startupTimeMs: z.number().int().min(0).max(3_600_000).nullable(),
  playCount: count,
  pauseCount: count,
  seekCount: count,
  bufferCount: count,
  qualityChangeCount: count,
  droppedFrames: z.number().int().min(0).max(100_000_000),
  errorCount: count,
  watchedSeconds: seconds,
  bufferingSeconds: seconds,
  /** Bits per second, over the time watched; null where the browser chooses and does not say. */
  averageBitrate: z.number().int().min(0).max(1_000_000_000).nullable(),
  /** Width and height of the screen. */
  screen: z
    .string()
    .regex(/^\d{1,6}x\d{1,6}$/)
    .nullable(),
});

export const progressBody = z.object({
  /** Null while nothing has been shown: then only the figures count. */
  positionSeconds: seconds.nullable(),
  durationSeconds: z.number().positive().max(LONGEST_SECONDS),
  /** Milliseconds since 1970 by the server's clock, growing with every report of a session. */
  sequence: z.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  /** Height of the picture. */
  height: z.number().int().positive().max(10_000).nullish(),
  figures: figuresSchema.nullish(),
});

/** Without an episode a series goes on where the viewer stopped. */
export type PlaybackTarget = { movieId: string; episodeId: string | null };
export type StartInput = z.output<typeof startBody>;
export type ProgressReport = z.input<typeof progressBody>;
export type Figures = z.output<typeof figuresSchema>;

export type Plan = { tier: string; name: string };
export type Quality = { height: number; isAllowed: boolean; neededPlan: Plan | null };
export type SubtitleChoice = {
  url: string;
  language: string;
  label: string;
  kind: "subtitles" | "captions" | "sdh";
  isDefault: boolean;
};

/** What a player needs to begin; every address is our own and asks again who wants it. */
export type Playback = {
  sessionId: string;
  masterUrl: string;
  /** A folder for who reads playlists without our cookies: another screen, or a browser that plays HLS itself. */
  receiverUrl: string;
  /** The playlists that a player reads first, by their names beside the master's: asking for them again costs a trip. */
  playlists: Record<string, string>;
  /** The rendition to begin with: quick to arrive on most lines, and the first to be given up on a good one. */
  startHeight: number;
  preferences: PlaybackPreferences;
  card: MovieCard;
  episode: Episode | null;
  nextEpisode: Episode | null;
  durationSeconds: number;
  resumeSeconds: number;
  /** Highest first; what is above the plan is there to be named, not to be had. */
  qualities: Quality[];
  subtitles: SubtitleChoice[];
  thumbnailsUrl: string | null;
  segments: Segment[];
  /** Both in milliseconds since 1970, by the server's clock. */
  expiresAt: number;
  serverTime: number;
};

export type Heartbeat = { expiresAt: number; serverTime: number; urls: string[] };

/** Why a playback was refused: `details.reason` of the error. */
export type RefusalReason = "plan" | "streams" | "not-ready" | "ended" | "viewer";

/** Another stream of the household; without a title where this viewer may not read it. */
export type OtherStream = { sessionId: string; device: string; title: string | null };
