import type { Person, World } from "./world";

export const PERSONAS = [
  "visitor",
  "stranger",
  "moderator",
  "operator",
  "creator",
  "admin",
  "super_admin",
  "suspended",
  "undecided",
  "user",
] as const;
/**
 * `user` owns what an address names, and is asked last, so that it is still there for all others; a stranger and the staff
 * own nothing of it. `undecided` has an account and has not said which viewer of it is watching.
 */
export type Persona = (typeof PERSONAS)[number];
export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * Status, then what identifies it: the code of an error ("404 NOT_FOUND"), where a redirect leads ("303 /sign-in"; "302
 * signed" is a signed address of the storage), or what an answer without a code says of its status ("401 refused").
 */
export type Answer = string;
export type Answers = Record<Persona, Answer>;

/** What a route takes for a body; all that is wrong with one is derived from it. */
export type Body = {
  good: (world: World, me: Person) => Record<string, unknown>;
  required?: string[];
  optional?: string[];
  /** To the owner (or, of open routes, a visitor), for everything that the body may not be. */
  bad: Answer;
  /** For a field that the route does not know. */
  unknownField: Answer;
  /** For an object without a field. */
  empty: Answer;
};

/** One more request, by one person. */
export type Also = {
  title: string;
  as: Persona;
  query?: string;
  params?: (world: World) => Record<string, string | string[]>;
  body?: (world: World, me: Person) => unknown;
  headers?: (world: World) => Record<string, string>;
  answer: Answer;
};

export type Entry = {
  route: string;
  method: Method;
  params?: (world: World) => Record<string, string | string[]>;
  query?: (world: World, me: Person) => string;
  body?: Body;
  /** Instead of a body of fields. */
  bytes?: (world: World) => Buffer;
  answers: Answers;
  /** For an address that cannot be, and for one that could be and is not; each parameter of it is tried. */
  ids?: {
    unknown: Record<string, string>;
    malformed: Answer;
    /** Where Next.js or the gate answers in place of the handler. */
    malformedAtSite?: Record<string, Answer>;
    answer: Answer;
  };
  /** To a write that comes from another site, or does not say from where. */
  otherSite?: Answer;
  also?: Also[];
};

/** Anybody may ask, and everybody gets the same. */
export function open(all: Answer, others: Partial<Answers> = {}): Answers {
  const everybody = Object.fromEntries(PERSONAS.map((persona) => [persona, all])) as Answers;
  return { ...everybody, ...others };
}

type Told = { user: Answer; others: Answer; undecided: Answer };

/** For somebody with an account that is not suspended. */
export function signedIn({ user, others, undecided }: Told): Answers {
  return open(others, {
    visitor: "401 UNAUTHENTICATED",
    suspended: "403 FORBIDDEN",
    user,
    undecided,
  });
}

/** For somebody who has also said which viewer is watching. */
export function watching({ user, others }: Omit<Told, "undecided">): Answers {
  return signedIn({ user, others, undecided: "403 FORBIDDEN" });
}
