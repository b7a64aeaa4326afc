import { type Entry, open } from "./entries";

const secret = () => process.env.CRON_SECRET ?? "";

/** For the scheduler alone, whoever else is signed in. */
const cron = (name: string): Entry => ({
  route: `api/cron/${name}`,
  method: "GET",
  answers: open("401 refused"),
  also: [
    {
      title: "a guess",
      as: "admin",
      headers: () => ({ authorization: "Bearer guess" }),
      answer: "401 refused",
    },
    {
      title: "the secret alone",
      as: "visitor",
      headers: () => ({ authorization: secret() }),
      answer: "401 refused",
    },
    { title: "no bearer", as: "visitor", headers: () => ({ authorization: "" }), answer: "401 refused" },
    {
      title: "the scheduler",
      as: "visitor",
      headers: () => ({ authorization: `Bearer ${secret()}` }),
      answer: "200 succeeded",
    },
  ],
});

const file = (bucket: string): Entry => ({
  route: `${bucket}/[...path]`,
  method: "GET",
  params: ({ folder }) => ({ path: [folder, "p.webp"] }),
  answers: open("200"),
  also: [
    {
      title: "a file that there is not",
      as: "visitor",
      params: () => ({ path: ["none.webp"] }),
      answer: "404",
    },
    { title: "a hidden file", as: "visitor", params: () => ({ path: [".env"] }), answer: "404" },
    {
      title: "a way out of the bucket",
      as: "visitor",
      params: () => ({ path: ["..%2f..", "media"] }),
      answer: "404",
    },
    {
      title: "letters that no file has",
      as: "visitor",
      params: () => ({ path: ["a b.webp"] }),
      answer: "404",
    },
  ],
});

export const PLATFORM_ROUTES: Entry[] = [
  cron("expire"),
  cron("page-views"),
  cron("tombstones"),
  cron("vitals"),
  {
    route: "api/analytics/vitals",
    method: "POST",
    body: {
      good: () => ({
        documentId: "0b9a2a4e-54b1-4f0f-9d0c-3f0f4b1c7a11",
        pages: [{ id: "5a3f8a52-3b0e-4d0e-8f0a-6c1b2d3e4f50", path: "/browse", seconds: 3, depth: 0.5 }],
      }),
      required: ["documentId", "pages"],
      bad: "400 INVALID",
      unknownField: "400 INVALID",
      empty: "400 INVALID",
    },
    answers: open("204"),
    otherSite: "403 FORBIDDEN",
  },
  { route: "api/health/live", method: "GET", answers: open("200 ok") },
  { route: "api/health/ready", method: "GET", answers: open("200 ok") },
  {
    route: "api/preferences",
    method: "POST",
    body: {
      good: () => ({ locale: "en", theme: "dark" }),
      optional: ["locale", "theme"],
      bad: "400 INVALID",
      unknownField: "200",
      empty: "200",
    },
    answers: open("200"),
  },
  file("artwork"),
  file("avatars"),
  { route: "robots.txt", method: "GET", answers: open("200") },
];
