import { randomUUID } from "node:crypto";
import { face, PICTURES, proof } from "./account-routes";
import { type Body, type Entry, signedIn } from "./entries";

const EVERY_MANAGER = { undecided: "403 FORBIDDEN" };
const NOBODY_HAS = randomUUID();
const VIEWER_IDS: Entry["ids"] = {
  unknown: { id: NOBODY_HAS },
  malformed: "404 NOT_FOUND",
  answer: "404 NOT_FOUND",
};

const viewer = (unknownField: string): Body => ({
  good: () => ({ name: "Mai", isKids: false, maturityLimit: 12, language: "vi", autoplayNext: true }),
  required: ["name", "maturityLimit", "language"],
  optional: ["isKids", "autoplayNext", "autoplayPreviews"],
  bad: "400 INVALID",
  unknownField,
  empty: "400 INVALID",
});
export const HOUSEHOLD_ROUTES: Entry[] = [
  // First, because a household has room for five.
  {
    route: "api/viewers/[id]",
    method: "DELETE",
    params: ({ spareViewerId }) => ({ id: spareViewerId }),
    answers: signedIn({ user: "204", others: "404 NOT_FOUND", ...EVERY_MANAGER }),
    ids: VIEWER_IDS,
    also: [
      {
        title: "the account's own viewer",
        as: "user",
        params: ({ people }) => ({ id: people.user.viewerId }),
        answer: "409 CONFLICT",
      },
    ],
  },
  {
    route: "api/viewers",
    method: "POST",
    body: viewer("201"),
    answers: signedIn({ user: "201", others: "201", ...EVERY_MANAGER }),
  },
  {
    route: "api/viewers/[id]",
    method: "PATCH",
    params: ({ secondViewerId }) => ({ id: secondViewerId }),
    body: viewer("204"),
    answers: signedIn({ user: "204", others: "404 NOT_FOUND", ...EVERY_MANAGER }),
    ids: VIEWER_IDS,
  },
  {
    route: "api/viewers/[id]/avatar",
    method: "PUT",
    params: ({ secondViewerId }) => ({ id: secondViewerId }),
    bytes: ({ picture }) => picture,
    answers: signedIn({ user: "200", others: "404 NOT_FOUND", ...EVERY_MANAGER }),
    ids: VIEWER_IDS,
    also: PICTURES,
  },
  {
    route: "api/viewers/[id]/avatar",
    method: "PATCH",
    params: ({ secondViewerId }) => ({ id: secondViewerId }),
    body: face,
    answers: signedIn({ user: "204", others: "404 NOT_FOUND", ...EVERY_MANAGER }),
    ids: VIEWER_IDS,
  },
  {
    route: "api/viewers/[id]/pin",
    method: "PUT",
    params: ({ secondViewerId }) => ({ id: secondViewerId }),
    body: {
      good: () => ({ pin: "" }),
      required: ["pin"],
      optional: ["currentPin"],
      bad: "400 INVALID",
      unknownField: "204",
      empty: "400 INVALID",
    },
    answers: signedIn({ user: "204", others: "404 NOT_FOUND", ...EVERY_MANAGER }),
    ids: VIEWER_IDS,
  },
  {
    route: "api/viewers/[id]/pin/forget",
    method: "POST",
    params: ({ secondViewerId }) => ({ id: secondViewerId }),
    body: proof({ unknownField: "200", empty: "400 INVALID" }),
    // Who forgot a PIN may have nobody to be: the password says that the household is theirs.
    answers: signedIn({ user: "200", others: "404 NOT_FOUND", undecided: "404 NOT_FOUND" }),
    ids: VIEWER_IDS,
  },
  {
    route: "api/viewers/active",
    method: "POST",
    body: {
      good: ({ secondViewerId }) => ({ viewerId: secondViewerId }),
      required: ["viewerId"],
      optional: ["pin", "next"],
      bad: "400 INVALID",
      unknownField: "200",
      empty: "400 INVALID",
    },
    answers: signedIn({ user: "200", others: "404 NOT_FOUND", undecided: "404 NOT_FOUND" }),
    also: [
      {
        title: "nobody of anybody's household",
        as: "user",
        body: () => ({ viewerId: NOBODY_HAS }),
        answer: "404 NOT_FOUND",
      },
    ],
  },
];
