import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { content, contentType, headerValue, query, text, value } from "@/tests/fixtures/generated";
import { siteUrl } from "@/tests/fixtures/supabase";
import { identify } from "./answers";
import { forgetCounts } from "./ask";
import type { Entry, Persona } from "./entries";
import { handlersOf } from "./route-files";
import { nameOf, TABLE } from "./table";
import { makeWorld, type World } from "./world";

/** With those for the parsers alone (tests/unit/platform/generated-input.test.ts) more than ten thousand. */
const RUNS = Math.ceil(1_600 / TABLE.length);

let world: World;
beforeAll(async () => {
  world = await makeWorld();
}, 120_000);

/** The user, who gets furthest; but whoever signs out is nobody afterwards. */
const personaOf = ({ route }: Entry): Persona => (route === "api/auth/sign-out" ? "stranger" : "user");

/** Nonsense, or a good body of this route with nonsense in one of its fields. */
function bodyOf(entry: Entry): fc.Arbitrary<string | null> {
  const { body, method } = entry;
  if (method === "GET") return fc.constant(null);
  if (!body) return content();
  const spoiled = fc.tuple(fc.nat(), value, text()).map(([at, one, name]) => {
    const fields = body.good(world, world.people[personaOf(entry)]);
    const names = [...Object.keys(fields), name];
    return JSON.stringify(Object.fromEntries([...Object.entries(fields), [names[at % names.length], one]]));
  });
  return fc.oneof({ weight: 2, arbitrary: spoiled }, { weight: 1, arbitrary: content() });
}

/** One of the parameters of an address, or none, is nonsense. */
function paramsOf({ route }: Entry): fc.Arbitrary<Record<string, string | string[]>> {
  const names = [...route.matchAll(/\[(\.\.\.)?(\w+)\]/g)];
  const one = names.map(([, rest, name = ""]) =>
    (rest ? fc.array(text(), { maxLength: 4 }) : text()).map((made) => ({ [name]: made })),
  );
  return fc.oneof(fc.constant({}), ...one);
}

const headers = fc
  .record(
    {
      accept: fc.constantFrom("application/json", "text/html", "*/*"),
      "accept-language": headerValue(),
      "idempotency-key": fc.oneof(headerValue(), fc.uuid()),
      referer: fc.oneof(headerValue(), fc.constant(`${siteUrl}/settings`)),
      "if-none-match": headerValue(),
      "x-forwarded-for": headerValue(),
      "x-cineverse-gate": headerValue(),
      authorization: headerValue(),
      "user-agent": headerValue(),
    },
    { requiredKeys: ["accept"] },
  )
  .map((given) => new Headers(given as Record<string, string>));

type Made = {
  body: string | null;
  type: string;
  params: Record<string, string | string[]>;
  query: string;
  headers: Headers;
  cookie: string | null;
};

const requestOf = (entry: Entry): fc.Arbitrary<Made> =>
  fc.record({
    body: bodyOf(entry),
    type: contentType(),
    params: paramsOf(entry),
    query: query(),
    headers,
    cookie: fc.oneof({ weight: 1, arbitrary: headerValue() }, { weight: 4, arbitrary: fc.constant(null) }),
  });

describe("whatever a handler is called with, it answers, and never that it is broken", () => {
  test.each(TABLE.map((entry) => [nameOf(entry), entry] as const))("%s", async (_, entry) => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const handler = (await handlersOf(entry.route))[entry.method];
    const own = world.people[personaOf(entry)].cookie;
    const ask = async (made: Made) => {
      made.headers.set("origin", siteUrl);
      made.headers.set("cookie", made.cookie === null ? own : `${made.cookie}; ${own}`);
      if (made.body !== null) made.headers.set("content-type", made.type);
      const init = { method: entry.method, headers: made.headers, body: made.body };
      const url = `${siteUrl}/${entry.route.replace(/\[[^\]]+\]/g, "x")}?${made.query.replaceAll("#", "")}`;
      const params = Promise.resolve({ ...entry.params?.(world), ...made.params });
      return identify((await handler?.(new Request(url, init), { params })) ?? Response.error());
    };
    await fc.assert(
      fc.asyncProperty(requestOf(entry), async (made) => {
        await forgetCounts();
        const { answer, problems } = await ask(made);
        expect(answer).toMatch(/^[1-4]\d\d/);
        expect(problems).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});
