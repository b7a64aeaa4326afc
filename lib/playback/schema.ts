import { z } from "zod";
import type { Episode, MovieCard } from "@/lib/catalogue";
import type { Segment } from "@/lib/media";

/** How long a signed address of storage is good for. */
export const SIGNED_URL_SECONDS = 600;
/** New addresses are given out when the old ones end within this time. */
export const RENEW_BEFORE_SECONDS = 180;
export const HEARTBEAT_SECONDS = 30;
export const PROGRESS_SECONDS = 10;
/** An item is offered again from where it stopped when one of the first two is passed and the third is not. */
export const RESUME_FROM_PERCENT = 5;
export const RESUME_FROM_SECONDS = 60;
export const WATCHED_PERCENT = 90;

const LONGEST_SECONDS = 60 * 60 * 48;

export const startBody = z.object({
  movieId: z.uuid(),
  episodeId: z.uuid().nullish(),
  /** The stream that this tab had before, so that reloading a page does not count twice. */
  replacesSessionId: z.uuid().nullish(),
});

export const sessionParams = z.object({ sessionId: z.uuid() });
export const trackParams = sessionParams.extend({ track: z.string().max(40) });
export const sheetParams = sessionParams.extend({ sheet: z.string().regex(/^thumbnails-\d{1,4}\.jpg$/) });
export const subtitleParams = sessionParams.extend({ track: z.string().regex(/^\d{1,3}\.vtt$/) });

export const heartbeatBody = z.object({
  /** When the addresses that the player has end, in milliseconds since 1970. */
  expiresAt: z.number().int().nonnegative().default(0),
});

export const progressBody = z.object({
  positionSeconds: z.number().min(0).max(LONGEST_SECONDS),
  durationSeconds: z.number().positive().max(LONGEST_SECONDS),
  /** Milliseconds since 1970 by the server's clock, growing with every report of a session. */
  sequence: z.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  /** Height of the picture. */
  height: z.number().int().positive().max(10_000).nullish(),
});

export type StartInput = z.output<typeof startBody>;
export type ProgressReport = z.input<typeof progressBody>;

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
export type RefusalReason = "plan" | "streams" | "not-ready" | "ended";

/** Another stream of the household; without a title where this viewer may not read it. */
export type OtherStream = { sessionId: string; device: string; title: string | null };
