import { randomUUID } from "node:crypto";
import { type Entry, open, watching } from "./entries";

const NOWHERE = randomUUID();
const NOBODYS = { user: "200", others: "404 NOT_FOUND" };
const inStream: Pick<Entry, "params"> = { params: ({ sessionId }) => ({ sessionId }) };
const STREAM_IDS: Entry["ids"] = {
  unknown: { sessionId: NOWHERE },
  malformed: "404 NOT_FOUND",
  answer: "404 NOT_FOUND",
};

const ofStream = (route: string, name: string, known: string, unknown: string, user = "200"): Entry => ({
  route: `api/playback/[sessionId]/${route}`,
  method: "GET",
  params: ({ sessionId }) => ({ sessionId, [name]: known }),
  answers: watching({ ...NOBODYS, user }),
  ids: {
    unknown: { sessionId: NOWHERE, [name]: unknown },
    malformed: "404 NOT_FOUND",
    answer: "404 NOT_FOUND",
  },
});

const FORM = {
  intro: "ask",
  recap: "skip",
  credits: "never",
  size: "medium",
  color: "white",
  background: "box",
  delaySeconds: "0",
};

export const PLAYBACK_ROUTES: Entry[] = [
  {
    route: "api/playback",
    method: "POST",
    body: {
      good: ({ movieId }) => ({ movieId }),
      required: ["movieId"],
      optional: ["episodeId", "replacesSessionId"],
      bad: "400 INVALID",
      unknownField: "201",
      empty: "400 INVALID",
    },
    answers: watching({ user: "201", others: "201" }),
    also: [
      {
        title: "a title that there is not",
        as: "user",
        body: () => ({ movieId: NOWHERE }),
        answer: "404 NOT_FOUND",
      },
      {
        title: "a title that is still to come",
        as: "user",
        body: ({ comingId }) => ({ movieId: comingId }),
        answer: "404 NOT_FOUND",
      },
      {
        title: "an episode that the title has not",
        as: "user",
        body: ({ movieId }) => ({ movieId, episodeId: NOWHERE }),
        answer: "404 NOT_FOUND",
      },
    ],
  },
  ofStream("[track]", "track", "video-240.m3u8", "video-9999.m3u8"),
  ofStream("subtitles/[track]", "track", "0.vtt", "7.vtt"),
  {
    ...inStream,
    route: "api/playback/[sessionId]/master.m3u8",
    method: "GET",
    answers: watching(NOBODYS),
    ids: STREAM_IDS,
  },
  {
    ...inStream,
    route: "api/playback/[sessionId]/thumbnails.vtt",
    method: "GET",
    answers: watching(NOBODYS),
    ids: STREAM_IDS,
  },
  ofStream("thumbnails/[sheet]", "sheet", "thumbnails-1.jpg", "thumbnails-9999.jpg", "302 signed"),
  {
    ...inStream,
    route: "api/playback/[sessionId]/heartbeat",
    method: "POST",
    body: {
      good: () => ({ expiresAt: 1 }),
      optional: ["expiresAt"],
      bad: "400 INVALID",
      unknownField: "200",
      empty: "200",
    },
    answers: watching(NOBODYS),
    ids: STREAM_IDS,
  },
  {
    ...inStream,
    route: "api/playback/[sessionId]/progress",
    method: "POST",
    body: {
      good: () => ({ positionSeconds: 10, durationSeconds: 100, sequence: 1, height: 240 }),
      required: ["positionSeconds", "durationSeconds", "sequence"],
      optional: ["height", "figures"],
      bad: "400 INVALID",
      unknownField: "200",
      empty: "400 INVALID",
    },
    answers: watching(NOBODYS),
    ids: STREAM_IDS,
  },
  {
    route: "api/playback/[sessionId]/end",
    method: "POST",
    params: ({ otherSessionId }) => ({ sessionId: otherSessionId }),
    // A stream that is not theirs is none to end, as one that never was.
    answers: watching({ user: "200", others: "200" }),
    ids: { unknown: { sessionId: NOWHERE }, malformed: "404 NOT_FOUND", answer: "200" },
  },
  {
    route: "api/playback/preferences",
    method: "PATCH",
    body: {
      good: () => ({ autoplayNext: true, audioLanguage: "en" }),
      optional: ["autoplayNext", "audioLanguage", "intro", "subtitleStyle", "dataSaver"],
      bad: "400 INVALID",
      unknownField: "400 INVALID",
      empty: "204",
    },
    answers: watching({ user: "204", others: "204" }),
  },
  {
    route: "api/playback/preferences",
    method: "POST",
    body: {
      good: () => FORM,
      required: Object.keys(FORM),
      optional: ["autoplayNext", "autoplayPreviews", "dataSaver"],
      bad: "400 INVALID",
      unknownField: "200",
      empty: "400 INVALID",
    },
    answers: watching({ user: "200", others: "200" }),
  },
  {
    route: "api/playback/receiver/[token]/[file]",
    method: "GET",
    params: ({ token }) => ({ token, file: "screen.m3u8" }),
    // The address is the permission, whoever has it.
    answers: open("200"),
    ids: {
      unknown: { token: NOWHERE, file: "video-9999.m3u8" },
      malformed: "404 NOT_FOUND",
      answer: "404 NOT_FOUND",
    },
    also: [
      { title: "a height that is none", as: "visitor", query: "height=-1", answer: "400 INVALID" },
      { title: "a height that there is not", as: "visitor", query: "height=9999", answer: "404 NOT_FOUND" },
    ],
  },
  {
    route: "api/playback/receiver/[token]/files/[name]",
    method: "GET",
    params: ({ token }) => ({ token, name: "video-240.mp4" }),
    answers: open("302 signed"),
    ids: {
      unknown: { token: NOWHERE, name: "video-9999.mp4" },
      malformed: "404 NOT_FOUND",
      answer: "404 NOT_FOUND",
    },
  },
  {
    route: "api/playback/stills",
    method: "GET",
    query: ({ movieId }) => `movieId=${movieId}`,
    answers: watching({ user: "200", others: "200" }),
    also: [
      { title: "no title", as: "user", query: "", answer: "400 INVALID" },
      { title: "an id that is none", as: "user", query: "movieId=x", answer: "400 INVALID" },
      {
        title: "a title that there is not",
        as: "user",
        query: `movieId=${NOWHERE}`,
        answer: "404 NOT_FOUND",
      },
    ],
  },
];
