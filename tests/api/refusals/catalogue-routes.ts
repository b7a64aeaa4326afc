import { randomUUID } from "node:crypto";
import { type Entry, open, watching } from "./entries";

const NOWHERE = randomUUID();
const CURSOR_OF_NOBODY = Buffer.from('["a\\u0000","x"]').toString("base64url");
const HALF_A_LETTER = Buffer.from(`["\\ud800","${NOWHERE}"]`).toString("base64url");

/** Without an extension it is the address of a page, and there is no such page. */
const NO_FILE = "404";

const reminder = (method: "POST" | "DELETE", answer: string, unknown: string): Entry => ({
  route: "api/reminders/[movieId]",
  method,
  params: ({ comingId }) => ({ movieId: comingId }),
  answers: watching({ user: answer, others: answer }),
  ids: { unknown: { movieId: NOWHERE }, malformed: "404 NOT_FOUND", answer: unknown },
});

export const CATALOGUE_ROUTES: Entry[] = [
  {
    route: "api/catalogue/browse",
    method: "GET",
    answers: open("200"),
    also: [
      { title: "a made-up cursor", as: "visitor", query: "cursor=x", answer: "400 INVALID" },
      {
        title: "a NUL in a cursor",
        as: "visitor",
        query: `cursor=${CURSOR_OF_NOBODY}`,
        answer: "400 INVALID",
      },
      {
        title: "half a letter in a cursor",
        as: "visitor",
        query: `sort=title&cursor=${HALF_A_LETTER}`,
        answer: "400 INVALID",
      },
      { title: "a NUL", as: "visitor", query: "genre=%00", answer: "400 INVALID" },
      { title: "filters that make no sense", as: "visitor", query: "type=x&sort=y&pages=-1", answer: "200" },
    ],
  },
  { route: "api/catalogue/home", method: "GET", answers: open("200") },
  {
    route: "api/catalogue/preview/[slug]",
    method: "GET",
    params: ({ slug }) => ({ slug }),
    answers: open("200"),
    ids: { unknown: { slug: "no-such-title" }, malformed: "404 NOT_FOUND", answer: "404 NOT_FOUND" },
  },
  {
    route: "api/catalogue/search",
    method: "GET",
    query: () => "q=a",
    answers: open("200"),
    also: [
      {
        title: "a question without an end",
        as: "visitor",
        query: `q=${"x".repeat(101)}`,
        answer: "400 INVALID",
      },
      { title: "two questions", as: "visitor", query: "q=a&q=b", answer: "400 INVALID" },
      { title: "a NUL", as: "visitor", query: "q=%00", answer: "400 INVALID" },
      { title: "no question", as: "visitor", query: "", answer: "200" },
    ],
  },
  {
    route: "api/catalogue/suggestions",
    method: "GET",
    query: () => "q=a",
    answers: open("200"),
    also: [
      {
        title: "a question without an end",
        as: "visitor",
        query: `q=${"x".repeat(101)}`,
        answer: "400 INVALID",
      },
      { title: "a NUL", as: "visitor", query: "q=%00", answer: "400 INVALID" },
    ],
  },
  {
    route: "api/catalogue/surprise",
    method: "GET",
    query: () => "genre=Nobody",
    // There is nothing of that kind.
    answers: open("303 /browse?genre=Nobody"),
    also: [{ title: "a NUL", as: "visitor", query: "genre=%00", answer: "400 INVALID" }],
  },
  {
    route: "og/[kind]/[file]",
    method: "GET",
    params: ({ slug }) => ({ kind: "title", file: `${slug}.en.jpg` }),
    answers: open("200"),
    ids: {
      unknown: { kind: "episode", file: "no-such-title.en.jpg" },
      malformed: "404 NOT_FOUND",
      malformedAtSite: { file: NO_FILE },
      answer: "404 NOT_FOUND",
    },
  },
  reminder("POST", "201", "404 NOT_FOUND"),
  // Of any title it may be said that it is not wanted: it may have come in between.
  reminder("DELETE", "200", "200"),
  { route: "sitemap.xml", method: "GET", answers: open("200") },
  {
    route: "sitemaps/[page]",
    method: "GET",
    params: () => ({ page: "0.xml" }),
    answers: open("200"),
    ids: {
      unknown: { page: "9999.xml" },
      malformed: "404 NOT_FOUND",
      malformedAtSite: { page: NO_FILE },
      answer: "404 NOT_FOUND",
    },
  },
];
