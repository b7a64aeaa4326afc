import { type Answer, type Body, type Entry, type Method, PERSONAS, type Persona } from "./entries";
import type { World } from "./world";

/** One request, as it is sent, and what it must be answered. */
export type Case = {
  title: string;
  as: Persona;
  method: Method;
  route: string;
  params: Record<string, string | string[]>;
  query: string;
  headers: Record<string, string>;
  body: string | Buffer | null;
  expected: Answer;
  /** Where it is another than that of the handler alone. */
  expectedAtSite?: Answer;
};

/** What no field of ours is. */
const WRONG = { a: [{ b: null }] };
const MORE_THAN_ANY_BODY = 300 * 1024;
const LONGEST = "x".repeat(3_000);
const JSON_TYPE = { "content-type": "application/json" };

/** Who gets as far as the body. */
const readerOf = ({ answers }: Entry): Persona =>
  answers.visitor === "401 UNAUTHENTICATED" && answers.user !== answers.visitor ? "user" : "visitor";

/** All that is asked of one method of one route; each is made when its turn has come. */
export function casesOf(entry: Entry): ((world: World) => Case)[] {
  return [
    ...PERSONAS.map((as) => good(entry, as)),
    ...badIds(entry),
    ...badBodies(entry),
    ...fromElsewhere(entry),
    ...also(entry),
  ];
}

type Change = Partial<Omit<Case, "method" | "route">> & Pick<Case, "title" | "expected">;

function withChange(
  entry: Entry,
  as: Persona,
  change: Change | ((world: World) => Change),
): (world: World) => Case {
  return (world) => {
    const me = world.people[as];
    const body = entry.bytes?.(world) ?? (entry.body ? JSON.stringify(entry.body.good(world, me)) : null);
    return {
      as,
      method: entry.method,
      route: entry.route,
      params: entry.params?.(world) ?? {},
      query: entry.query?.(world, me) ?? "",
      headers: entry.body ? JSON_TYPE : {},
      body,
      ...(typeof change === "function" ? change(world) : change),
    };
  };
}

const good = (entry: Entry, as: Persona) =>
  withChange(entry, as, { title: `as ${as}`, expected: entry.answers[as] });

const MALFORMED = ["not-an-id", "__proto__", "%2e%2e", "' or 1=1 --", LONGEST];

function badIds(entry: Entry) {
  const { ids } = entry;
  if (!ids) return [];
  const as = readerOf(entry);
  return Object.entries(ids.unknown).flatMap(([name, unknown]) => [
    ...MALFORMED.map((value) =>
      withChange(entry, as, (world) => ({
        title: `with ${name} ${value.slice(0, 20)}`,
        params: { ...entry.params?.(world), [name]: value },
        expected: ids.malformed,
        ...(ids.malformedAtSite?.[name] && { expectedAtSite: ids.malformedAtSite[name] }),
      })),
    ),
    withChange(entry, as, (world) => ({
      title: `with a ${name} that there is not`,
      params: { ...entry.params?.(world), [name]: unknown },
      expected: ids.answer,
    })),
  ]);
}

function badBodies(entry: Entry) {
  const { body } = entry;
  if (!body) return [];
  const as = readerOf(entry);
  const { required = [], optional = [], bad } = body;
  const send = (
    title: string,
    content: string,
    expected = bad,
    headers: Record<string, string> = JSON_TYPE,
  ) => withChange(entry, as, { title: `with ${title}`, body: content, headers, expected });
  const changed = (title: string, change: (fields: Record<string, unknown>) => unknown, expected: Answer) =>
    withChange(entry, as, (world) => ({
      title: `with ${title}`,
      body: JSON.stringify(change(listed(body, body.good(world, world.people[as])))),
      expected,
    }));
  return [
    send("what is not JSON", "{"),
    send("a list for a body", "[]"),
    send("null for a body", "null"),
    send("a number for a body", "7"),
    send("a text for a body", '"text"'),
    send("half a letter", '{"a":"\\ud800"}'),
    send("a NUL", '{"a":"\\u0000"}'),
    send("a body nested too deeply", `{"a":${"[".repeat(40)}${"]".repeat(40)}}`),
    send("too large a body", JSON.stringify({ a: "x".repeat(MORE_THAN_ANY_BODY) })),
    send("a body of another type", "{}", bad, { "content-type": "text/plain" }),
    send("XML", "<a/>", bad, { "content-type": "application/xml" }),
    send("an empty object", "{}", body.empty),
    ...required.map((name) => changed(`no ${name}`, ({ [name]: _, ...others }) => others, bad)),
    ...[...required, ...optional].map((name) =>
      changed(`${name} of the wrong type`, (fields) => ({ ...fields, [name]: WRONG }), bad),
    ),
    changed("an unknown field", (fields) => ({ ...fields, isAdmin: true }), body.unknownField),
    changed(
      "a field __proto__",
      (fields) =>
        JSON.parse(JSON.stringify(fields).replace(/\}$/, `${separator(fields)}"__proto__":{"a":1}}`)),
      body.unknownField,
    ),
  ];
}

/** A field that the entry does not list would never be tried. */
function listed({ required = [], optional = [] }: Body, fields: Record<string, unknown>) {
  const missing = Object.keys(fields).filter((name) => ![...required, ...optional].includes(name));
  if (missing.length > 0) throw new Error(`The table lists no field ${missing.join(", ")}.`);
  return { ...fields };
}

const separator = (fields: object) => (Object.keys(fields).length > 0 ? "," : "");

function fromElsewhere(entry: Entry) {
  if (entry.method === "GET") return [];
  const type: Record<string, string> = entry.body ? JSON_TYPE : {};
  return (["visitor", "user", "admin"] as const).flatMap((as) => [
    withChange(entry, as, {
      title: `as ${as} from another site`,
      headers: { ...type, origin: "https://evil.example" },
      expected: "403 FORBIDDEN",
    }),
    withChange(entry, as, {
      title: `as ${as} from nowhere`,
      headers: { ...type, origin: "" },
      expected: "403 FORBIDDEN",
    }),
  ]);
}

function also(entry: Entry) {
  return (entry.also ?? []).map((one) =>
    withChange(entry, one.as, (world) => {
      const body = one.body?.(world, world.people[one.as]);
      return {
        title: `as ${one.as}: ${one.title}`,
        expected: one.answer,
        ...(one.query !== undefined && { query: one.query }),
        ...(one.params && { params: one.params(world) }),
        ...(one.headers && { headers: one.headers(world) }),
        ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
      };
    }),
  );
}
