import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect, inRollback, type Transaction } from "../../fixtures/database";
import { attemptAs, PERSONAS, type Persona, type World } from "../world";
import { ACCOUNT_FUNCTIONS } from "./account-functions";
import { CATALOGUE_FUNCTIONS } from "./catalogue-functions";
import { expectedOf, type FunctionAccess } from "./function-access";
import { type Furnished, furnish } from "./furnish";
import { LIBRARY_FUNCTIONS } from "./library-functions";

const sql = connect();
afterAll(() => sql.end());

const FUNCTIONS: Record<string, FunctionAccess> = {
  ...ACCOUNT_FUNCTIONS,
  ...CATALOGUE_FUNCTIONS,
  ...LIBRARY_FUNCTIONS,
};

/** What `lib/platform/errors.ts` and the functions' own comments know; anything else is a fault of ours. */
const DOCUMENTED = [
  ...["23505", "23503", "23514", "22P02", "22001", "22003", "22007", "22008", "22021", "22P05", "42501"],
  ...["CV001", "CV002"],
];

/** From what only the server calls: nothing where something is needed, or no list. The fault is ours, and INTERNAL is right. */
const OURS = ["23502", "22023"];

const OVERLONG = "x".repeat(20_000);
const BAD: Record<string, (world: World) => (string | null)[]> = {
  uuid: (world) => [null, randomUUID(), world.stranger.userId, world.stranger.viewerId],
  text: () => [null, "", OVERLONG, "%_\\'\"", "null"],
  integer: () => [null, "-1", "0", "2147483647", "-2147483648"],
  bigint: () => [null, "-1", "9223372036854775807", "-9223372036854775808"],
  numeric: () => [null, "NaN", "Infinity", "-Infinity", "-1", `1${"0".repeat(400)}`],
  boolean: () => [null, "false"],
  jsonb: () => [
    null,
    "{}",
    "[]",
    "null",
    '"text"',
    "[null]",
    "[[]]",
    '{"genre": {}, "yearFrom": "x"}',
    "[1]",
  ],
  "timestamp with time zone": () => [null, "infinity", "-infinity", "4714-11-24 BC"],
  "text[]": () => [null, "{}", "{NULL}"],
};

type Signature = { name: string; types: string[] };

let signatures: Signature[] = [];
beforeAll(async () => {
  signatures = await sql<Signature[]>`
    select p.proname as name, array(
      select format_type(argument.type, null) from unnest(p.proargtypes) with ordinality argument (type, place)
      order by argument.place) as types
    from pg_proc p where p.pronamespace = 'public'::regnamespace
  `;
});

const typesOf = (name: string) => signatures.find((signature) => signature.name === name)?.types ?? [];

function call(tx: Transaction, name: string, values: (string | null)[]) {
  const types = typesOf(name);
  const [first, ...more] = values.map(
    (value, place) => tx`${value}::text::${tx.unsafe(types[place] ?? "text")}`,
  );
  const list = more.reduce((all, value) => tx`${all}, ${value}`, first ?? tx``);
  return tx<
    { outcome: unknown }[]
  >`select to_jsonb(outcome) as outcome from ${tx(`public.${name}`)}(${list}) outcome`;
}

async function ask(
  tx: Transaction,
  place: Furnished,
  persona: Persona,
  name: string,
  values: (string | null)[],
) {
  let answer: unknown[] = [];
  const { refused } = await attemptAs(tx, place, persona, async (mine) => {
    const rows = await call(mine, name, values);
    answer = rows.map((row) => row.outcome);
    return rows;
  });
  return refused ? { refused } : { answer };
}

test("every function of the API has its line in the matrix, under one signature", () => {
  expect(signatures.map(({ name }) => name).toSorted()).toEqual(Object.keys(FUNCTIONS).toSorted());
});

describe.each(Object.entries(FUNCTIONS))("%s", (name, access) => {
  test("answers each persona what it should", async () => {
    await inRollback(sql, async (tx) => {
      const place = await furnish(tx);
      for (const persona of PERSONAS) {
        const outcome = await ask(tx, place, persona, name, access.call(place));
        const expected = expectedOf(access, persona, place);
        const isRefusal = (expected as { refused?: string } | undefined)?.refused !== undefined;
        expect(outcome, persona).toEqual(isRefusal ? expected : { answer: expected });
        expect(JSON.stringify(outcome), `${persona} hears of a draft`).not.toContain(place.draftId);
      }
    });
  });

  test("fails on no argument in a way that nobody wrote down", async () => {
    await inRollback(sql, async (tx) => {
      const place = await furnish(tx);
      const persona = access.open.includes("owner") ? "owner" : "service";
      const good = typesOf(name).map((_, index) => access.call(place)[index] ?? null);
      const given = good.slice(0, access.call(place).length);
      const known = persona === "service" ? [...DOCUMENTED, ...OURS] : DOCUMENTED;
      const wrong: string[] = [];
      for (const [index, type] of typesOf(name).entries()) {
        for (const bad of (BAD[type] ?? (() => [null]))(place)) {
          const values = index < given.length ? given.with(index, bad) : good.with(index, bad);
          const { refused } = await ask(tx, place, persona, name, values);
          if (refused && !known.includes(refused)) wrong.push(`${index} ${bad?.slice(0, 40)}: ${refused}`);
        }
      }
      expect(wrong).toEqual([]);
    });
  });
});

test("a second step is told of to nobody but whose it is", async () => {
  await inRollback(sql, async (tx) => {
    const place = await furnish(tx);
    await tx`
      insert into auth.mfa_factors (id, user_id, factor_type, status, created_at, updated_at)
      values (${randomUUID()}, ${place.owner.userId}, 'totp', 'verified', now(), now())
    `;
    for (const persona of PERSONAS.filter((one) => one !== "visitor")) {
      const isOwn = persona === "owner" || persona === "suspended";
      const outcome = await ask(tx, place, persona, "has_second_step", [place.rows.account]);
      expect(outcome, persona).toEqual({ answer: [isOwn] });
    }
  });
});
