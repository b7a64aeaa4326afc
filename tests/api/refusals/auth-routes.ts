import { randomUUID } from "node:crypto";
import { newAddress } from "@/tests/fixtures/supabase";
import { type Body, type Entry, open, signedIn } from "./entries";
import type { Person, World } from "./world";

const TOO_LONG = "x".repeat(2_001);

/** Whoever has no account of their own tries that of the user. */
const accountOf = ({ people }: World, me: Person) => (me.email ? me : people.user);

const address: Body = {
  good: () => ({ email: newAddress(), next: "/" }),
  required: ["email"],
  optional: ["next"],
  bad: "400 INVALID",
  unknownField: "200",
  empty: "400 INVALID",
};

export const AUTH_ROUTES: Entry[] = [
  {
    route: "api/auth/code",
    method: "POST",
    body: {
      good: () => ({ code: "123456", reason: "sign-in", next: "/" }),
      required: ["code", "reason"],
      optional: ["next"],
      bad: "400 INVALID",
      unknownField: "400 INVALID",
      empty: "400 INVALID",
    },
    // No mail went out from any of these browsers.
    answers: open("400 INVALID"),
  },
  { route: "api/auth/forgot-password", method: "POST", body: address, answers: open("200") },
  { route: "api/auth/magic-link", method: "POST", body: address, answers: open("200") },
  {
    route: "api/auth/oauth",
    method: "GET",
    query: () => "provider=nobody",
    answers: open("404 NOT_FOUND"),
    also: [
      { title: "no provider", as: "visitor", query: "", answer: "400 INVALID" },
      { title: "two providers", as: "visitor", query: "provider=a_b&provider=c_d", answer: "400 INVALID" },
      { title: "a provider by no name", as: "visitor", query: "provider=../x", answer: "400 INVALID" },
    ],
  },
  {
    route: "api/auth/reset-password",
    method: "POST",
    body: {
      good: () => ({ password: randomUUID() }),
      required: ["password"],
      bad: "400 INVALID",
      unknownField: "403 FORBIDDEN",
      empty: "400 INVALID",
    },
    // None of them followed a mailed link.
    answers: signedIn({ user: "403 FORBIDDEN", others: "403 FORBIDDEN", undecided: "403 FORBIDDEN" }),
  },
  {
    route: "api/auth/second-step",
    method: "POST",
    body: {
      good: () => ({ code: "123 456", next: "/" }),
      required: ["code"],
      optional: ["next"],
      bad: "400 INVALID",
      unknownField: "401 UNAUTHENTICATED",
      empty: "400 INVALID",
    },
    // No session of theirs waits for its second step.
    answers: open("401 UNAUTHENTICATED"),
  },
  {
    route: "api/auth/second-step/recovery",
    method: "POST",
    body: {
      good: () => ({ recoveryCode: "abcd-efgh-jkmn-pqrs", next: "/" }),
      required: ["recoveryCode"],
      optional: ["next"],
      bad: "400 INVALID",
      unknownField: "401 UNAUTHENTICATED",
      empty: "400 INVALID",
    },
    answers: open("401 UNAUTHENTICATED"),
  },
  {
    route: "api/auth/sign-in",
    method: "POST",
    body: {
      good: (world, me) => {
        const { email, password } = accountOf(world, me);
        return { email, password, next: "/" };
      },
      required: ["email", "password"],
      optional: ["next"],
      bad: "400 INVALID",
      unknownField: "200",
      empty: "400 INVALID",
    },
    answers: open("200"),
    also: [
      {
        title: "the wrong password",
        as: "visitor",
        body: ({ people }) => ({ email: people.user.email, password: "not theirs" }),
        answer: "401 UNAUTHENTICATED",
      },
      {
        title: "an address that nobody has",
        as: "visitor",
        body: () => ({ email: newAddress(), password: "not theirs" }),
        answer: "401 UNAUTHENTICATED",
      },
    ],
  },
  {
    route: "api/auth/sign-out",
    method: "POST",
    body: {
      good: () => ({ scope: "others" }),
      optional: ["scope"],
      bad: "400 INVALID",
      unknownField: "200",
      empty: "200",
    },
    // A suspended person may still say that their other devices are not theirs any more.
    answers: open("200", { undecided: "403 FORBIDDEN" }),
  },
  {
    route: "api/auth/sign-up",
    method: "POST",
    body: {
      good: () => ({ email: newAddress(), password: randomUUID(), displayName: "Linh", next: "/" }),
      required: ["email", "password", "displayName"],
      optional: ["next"],
      bad: "400 INVALID",
      unknownField: "200",
      empty: "400 INVALID",
    },
    answers: open("200"),
    also: [
      {
        title: "an address that somebody has, told as if it were new",
        as: "visitor",
        body: ({ people }) => ({
          email: people.user.email,
          password: randomUUID(),
          displayName: "Linh",
        }),
        answer: "200",
      },
    ],
  },
  {
    route: "api/auth/token",
    method: "GET",
    answers: signedIn({ user: "200", others: "200", undecided: "403 FORBIDDEN" }),
  },
  {
    route: "auth/confirm",
    method: "GET",
    answers: open("303 /sign-in"),
    also: [
      {
        title: "a made-up link",
        as: "visitor",
        query: "token_hash=made-up&type=email",
        answer: "303 /sign-in",
      },
      { title: "a made-up code", as: "visitor", query: "code=made-up", answer: "303 /sign-in" },
      {
        title: "a way out",
        as: "visitor",
        query: "error=access_denied&next=//evil.example",
        answer: "303 /sign-in",
      },
      { title: "too long a link", as: "visitor", query: `token_hash=${TOO_LONG}`, answer: "400 INVALID" },
      { title: "a NUL", as: "visitor", query: "code=%00", answer: "400 INVALID" },
    ],
  },
  {
    route: "auth/ended",
    method: "GET",
    query: () => "next=%2Fsettings",
    answers: open("303 /settings", { visitor: "303 /sign-in?next=%2Fsettings&ended=1" }),
    also: [
      {
        title: "a way out",
        as: "visitor",
        query: "next=//evil.example",
        answer: "303 /sign-in?next=%2F&ended=1",
      },
      { title: "a way out", as: "user", query: "next=https://evil.example", answer: "303 /" },
      { title: "too long a way back", as: "user", query: `next=${TOO_LONG}`, answer: "400 INVALID" },
    ],
  },
];
