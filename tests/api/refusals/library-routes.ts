import { randomUUID } from "node:crypto";
import { type Body, type Entry, watching } from "./entries";

const NOWHERE = randomUUID();
const READ = watching({ user: "200", others: "200" });
const BAD_CURSORS: Entry["also"] = [
  { title: "a made-up cursor", as: "user", query: "cursor=x", answer: "400 INVALID" },
  { title: "two cursors", as: "user", query: "cursor=x&cursor=y", answer: "400 INVALID" },
];

const writes: Body = {
  good: ({ people, movieId }) => ({
    viewerId: people.user.viewerId,
    writes: [{ id: randomUUID(), madeAt: 1_700_000_000_000, kind: "favorites", movieId, isListed: true }],
  }),
  required: ["viewerId", "writes"],
  bad: "400 INVALID",
  unknownField: "200",
  empty: "400 INVALID",
};

/** One write, with something else in it. */
const write = (title: string, change: Record<string, unknown>, answer: string) => ({
  title,
  as: "user" as const,
  body: (...[world, me]: Parameters<Body["good"]>) => {
    const { viewerId, writes: made } = writes.good(world, me) as { viewerId: string; writes: object[] };
    return { viewerId, writes: [{ ...made[0], ...change }] };
  },
  answer,
});

export const LIBRARY_ROUTES: Entry[] = [
  {
    route: "api/library",
    method: "POST",
    body: writes,
    // Whoever else writes into the lists of the user's viewer.
    answers: watching({ user: "200", others: "409 CONFLICT" }),
    also: [
      write("a kind of write that is none", { kind: "stolen" }, "400 INVALID"),
      write("a rating above ten", { kind: "rating", rating: 11 }, "400 INVALID"),
      write("a time before time", { madeAt: -1 }, "400 INVALID"),
      write("a time that no clock shows", { madeAt: 1e300 }, "400 INVALID"),
      write("a title that there is not, which is refused by itself", { movieId: NOWHERE }, "200"),
      {
        title: "no write",
        as: "user",
        body: ({ people }) => ({ viewerId: people.user.viewerId, writes: [] }),
        answer: "400 INVALID",
      },
    ],
  },
  {
    route: "api/library/changes",
    method: "GET",
    answers: READ,
    also: [
      { title: "a time that is none", as: "user", query: "since=yesterday", answer: "400 INVALID" },
      { title: "a NUL", as: "user", query: "since=%00", answer: "400 INVALID" },
    ],
  },
  {
    route: "api/library/history",
    method: "GET",
    answers: READ,
    also: [
      ...BAD_CURSORS,
      {
        title: "a question without an end",
        as: "user",
        query: `q=${"x".repeat(101)}`,
        answer: "400 INVALID",
      },
    ],
  },
  {
    route: "api/library/lists/[list]",
    method: "GET",
    params: () => ({ list: "favorites" }),
    answers: READ,
    ids: { unknown: { list: "secrets" }, malformed: "404 NOT_FOUND", answer: "404 NOT_FOUND" },
    also: [
      ...BAD_CURSORS,
      { title: "an order that is none", as: "user", query: "sort=random", answer: "400 INVALID" },
    ],
  },
  { route: "api/library/rails", method: "GET", answers: READ },
  {
    route: "api/library/titles/[movieId]",
    method: "GET",
    params: ({ movieId }) => ({ movieId }),
    answers: READ,
    ids: { unknown: { movieId: NOWHERE }, malformed: "404 NOT_FOUND", answer: "404 NOT_FOUND" },
  },
  {
    route: "api/notifications",
    method: "POST",
    body: {
      // Of nobody: what is not theirs is left alone without a word.
      good: () => ({ ids: [NOWHERE] }),
      optional: ["ids"],
      bad: "400 INVALID",
      unknownField: "200",
      empty: "200",
    },
    answers: READ,
    also: [
      { title: "no id", as: "user", body: () => ({ ids: [] }), answer: "400 INVALID" },
      { title: "an id that is none", as: "user", body: () => ({ ids: ["x"] }), answer: "400 INVALID" },
      {
        title: "more than a page",
        as: "user",
        body: () => ({ ids: Array(31).fill(NOWHERE) }),
        answer: "400 INVALID",
      },
    ],
  },
];
