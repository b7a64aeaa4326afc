import { expect, test } from "vitest";
import { siteUrl } from "@/tests/fixtures/supabase";
import { askSite, newNetworkAddress } from "./ask";
import { describeAnswers } from "./refuse";
import { listRoutes, methodsOf } from "./route-files";
import { TABLE } from "./table";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** Any address of a route, with the extension that makes it a file's: what it is for is not asked. */
const anAddressOf = (route: string) =>
  `${siteUrl}/${route
    .replace("[file]", "x.jpg")
    .replace("[page]", "x.xml")
    .replace(/\[[^\]]+\]/g, "x")}`;

test("a method that a route does not have is refused", { timeout: 120_000 }, async () => {
  const wrong: string[] = [];
  for (const route of listRoutes()) {
    const known: readonly string[] = methodsOf(route);
    for (const method of METHODS.filter((one) => !known.includes(one))) {
      const answer = await fetch(anAddressOf(route), {
        method,
        headers: { origin: siteUrl, "x-forwarded-for": newNetworkAddress() },
        redirect: "manual",
      });
      const { status } = answer;
      if (status !== 405 || (await answer.text())) wrong.push(`${method} /${route}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("whoever asks what a route has is told", { timeout: 120_000 }, async () => {
  for (const route of listRoutes()) {
    const known = methodsOf(route);
    const { status, headers } = await fetch(anAddressOf(route), {
      method: "OPTIONS",
      headers: { "x-forwarded-for": newNetworkAddress() },
    });
    const own = [...known, ...(known.includes("GET") ? ["HEAD"] : []), "OPTIONS"].sort().join(", ");
    expect([route, status, headers.get("allow")]).toEqual([route, 204, own]);
  }
});

describeAnswers("a route of the built site", TABLE, askSite, { isSite: true });
