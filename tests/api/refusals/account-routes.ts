import { randomUUID } from "node:crypto";
import { newAddress } from "@/tests/fixtures/supabase";
import { type Body, type Entry, signedIn } from "./entries";
import type { Person } from "./world";

const EVERY_MANAGER = { undecided: "403 FORBIDDEN" };
const NOBODY_HAS = randomUUID();
const DEVICE_IDS: Entry["ids"] = {
  unknown: { id: NOBODY_HAS },
  malformed: "404 NOT_FOUND",
  answer: "404 NOT_FOUND",
};

export const proof = (answers: Pick<Body, "unknownField" | "empty">): Body => ({
  good: (_, { password }) => ({ password }),
  optional: ["password", "code"],
  bad: "400 INVALID",
  ...answers,
});
export const face: Body = {
  good: () => ({ face: "fox" }),
  required: ["face"],
  bad: "400 INVALID",
  unknownField: "204",
  empty: "400 INVALID",
};
const username = ({ id }: Person) => `u_${id.replaceAll("-", "").slice(-20)}`;

export const PICTURES: Entry["also"] = [
  { title: "no picture", as: "user", body: () => "no picture", answer: "400 INVALID" },
  { title: "more than 4 MB", as: "user", body: () => "x".repeat(4 * 1024 * 1024 + 1), answer: "400 INVALID" },
];

export const ACCOUNT_ROUTES: Entry[] = [
  {
    route: "api/account/avatar",
    method: "PUT",
    bytes: ({ picture }) => picture,
    answers: signedIn({ user: "200", others: "200", ...EVERY_MANAGER }),
    also: PICTURES,
  },
  {
    route: "api/account/avatar",
    method: "PATCH",
    body: face,
    answers: signedIn({ user: "204", others: "204", ...EVERY_MANAGER }),
  },
  {
    route: "api/account/data",
    method: "POST",
    body: proof({ unknownField: "200", empty: "400 INVALID" }),
    answers: signedIn({ user: "200", others: "200", ...EVERY_MANAGER }),
  },
  {
    route: "api/account/deletion",
    method: "POST",
    // Whoever is leaving already cannot leave again.
    body: proof({ unknownField: "409 CONFLICT", empty: "400 INVALID" }),
    answers: signedIn({ user: "200", others: "200", ...EVERY_MANAGER }),
  },
  {
    route: "api/account/deletion/cancel",
    method: "POST",
    body: {
      good: () => ({ next: "/" }),
      optional: ["next"],
      bad: "400 INVALID",
      // They stay already.
      unknownField: "409 CONFLICT",
      empty: "409 CONFLICT",
    },
    answers: signedIn({ user: "200", others: "200", ...EVERY_MANAGER }),
  },
  {
    route: "api/account/devices/[id]",
    method: "POST",
    params: ({ deviceId }) => ({ id: deviceId }),
    answers: signedIn({ user: "200", others: "404 NOT_FOUND", ...EVERY_MANAGER }),
    ids: DEVICE_IDS,
  },
  {
    route: "api/account/email",
    method: "POST",
    body: {
      good: (_, { password }) => ({ email: newAddress(), currentPassword: password }),
      required: ["email", "currentPassword"],
      bad: "400 INVALID",
      unknownField: "200",
      empty: "400 INVALID",
    },
    answers: signedIn({ user: "200", others: "200", ...EVERY_MANAGER }),
    also: [
      {
        title: "the wrong password",
        as: "user",
        body: () => ({ email: newAddress(), currentPassword: "not mine at all" }),
        answer: "400 INVALID",
      },
    ],
  },
  {
    route: "api/account/identity",
    method: "POST",
    answers: signedIn({ user: "200", others: "200", undecided: "200" }),
  },
  {
    route: "api/account/password",
    method: "POST",
    body: {
      // A right one would sign the other tests out.
      good: () => ({ currentPassword: "not mine at all", newPassword: randomUUID() }),
      required: ["currentPassword", "newPassword"],
      bad: "400 INVALID",
      unknownField: "400 INVALID",
      empty: "400 INVALID",
    },
    answers: signedIn({ user: "400 INVALID", others: "400 INVALID", ...EVERY_MANAGER }),
  },
  {
    route: "api/account/profile",
    method: "POST",
    body: {
      good: (_, me) => ({ displayName: "Linh", username: username(me), bio: "" }),
      required: ["displayName", "username", "bio"],
      bad: "400 INVALID",
      unknownField: "200",
      empty: "400 INVALID",
    },
    answers: signedIn({ user: "200", others: "200", ...EVERY_MANAGER }),
  },
  {
    route: "api/account/second-step",
    method: "POST",
    body: proof({ unknownField: "201", empty: "400 INVALID" }),
    answers: signedIn({ user: "201", others: "201", ...EVERY_MANAGER }),
  },
  {
    route: "api/account/second-step/confirm",
    method: "POST",
    body: {
      good: () => ({ factorId: randomUUID(), code: "123456" }),
      required: ["factorId", "code"],
      bad: "400 INVALID",
      unknownField: "404 NOT_FOUND",
      empty: "400 INVALID",
    },
    answers: signedIn({ user: "404 NOT_FOUND", others: "404 NOT_FOUND", ...EVERY_MANAGER }),
  },
  {
    route: "api/account/second-step/codes",
    method: "POST",
    body: {
      good: () => ({ code: "123456" }),
      required: ["code"],
      optional: ["next"],
      bad: "400 INVALID",
      unknownField: "404 NOT_FOUND",
      empty: "400 INVALID",
    },
    answers: signedIn({ user: "404 NOT_FOUND", others: "404 NOT_FOUND", ...EVERY_MANAGER }),
  },
  {
    route: "api/account/second-step/remove",
    method: "POST",
    body: {
      good: () => ({ code: "123456" }),
      required: ["code"],
      bad: "400 INVALID",
      unknownField: "404 NOT_FOUND",
      empty: "400 INVALID",
    },
    answers: signedIn({ user: "404 NOT_FOUND", others: "404 NOT_FOUND", ...EVERY_MANAGER }),
  },
  {
    route: "api/account/settings",
    method: "POST",
    body: {
      good: () => ({ country: "VN", birthDate: "1990-01-31" }),
      required: ["country", "birthDate"],
      bad: "400 INVALID",
      unknownField: "200",
      empty: "400 INVALID",
    },
    answers: signedIn({ user: "200", others: "200", ...EVERY_MANAGER }),
  },
];
