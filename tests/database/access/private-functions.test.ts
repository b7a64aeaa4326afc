import { afterAll, expect, test } from "vitest";
import { connect } from "../../fixtures/database";

const sql = connect();
afterAll(() => sql.end());

type Callers = "everybody" | "signed in";

/**
 * The functions behind the API that visitors ("everybody") or users may call, each because what runs with their own rights
 * needs it. A new name here is a decision, not a formality.
 */
const OPEN: Record<string, Callers> = {
  // PostgREST calls it before each request.
  "check_request()": "everybody",
  // Policies ask who is calling.
  "has_role(text[])": "everybody",
  "is_admin()": "everybody",
  "is_staff()": "everybody",
  "is_whole_session()": "everybody",
  // Checks and generated columns of the catalogue, and its searches.
  "length_of(integer)": "everybody",
  "movie_search_vector(text,text,text,text[],text[],text,text)": "everybody",
  "normalise_text(text)": "everybody",
  "prefix_query(text)": "everybody",
  "telling_words(text)": "everybody",
  // Writes to a library and reports from players, with the rights of whose they are.
  "apply_library_write(uuid,uuid,jsonb,integer,text)": "signed in",
  "clear_history(uuid,bigint)": "signed in",
  "join_history(public.viewing_history,public.viewing_history)": "signed in",
  "known_history(public.viewing_history)": "signed in",
  "milliseconds(timestamp with time zone)": "signed in",
  "moment(bigint)": "signed in",
  "put_about_history(uuid,jsonb,bigint)": "signed in",
  "put_history(public.viewing_history)": "signed in",
  "put_listed(text,uuid,uuid,uuid,boolean,timestamp with time zone)": "signed in",
  "put_rating(uuid,uuid,uuid,double precision,timestamp with time zone)": "signed in",
  "put_watched(uuid,uuid,uuid,uuid[],boolean,bigint)": "signed in",
  "report_clock()": "signed in",
  "settle_history(public.viewing_history)": "signed in",
  // Definer: of the caller's own sessions only; its figures are nobody's to write by hand.
  "record_playback_figures(uuid,bigint,jsonb)": "signed in",
};

test("visitors and users call exactly the known functions behind the API", async () => {
  const found = await sql.begin(async (tx) => {
    // Names of types are written out in full where no schema is searched.
    await tx`set local search_path = ''`;
    return tx<{ name: string; visitor: boolean }[]>`
      select substr(p.oid::regprocedure::text, length('private.') + 1) as name,
        has_function_privilege('anon', p.oid, 'execute') as visitor
      from pg_proc p
      where p.pronamespace = 'private'::regnamespace
        and (has_function_privilege('anon', p.oid, 'execute')
          or has_function_privilege('authenticated', p.oid, 'execute'))
    `;
  });
  const open = found.map(({ name, visitor }) => [name, visitor ? "everybody" : "signed in"]);
  expect(Object.fromEntries(open)).toEqual(OPEN);
});

test("nobody of the API calls what a trigger does", async () => {
  const found = await sql<{ name: string; isOpen: boolean }[]>`
    select p.oid::regprocedure::text as name,
      exists (
        select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) as entry
        where entry.grantee in (0, 'anon'::regrole, 'authenticated'::regrole)
      ) as "isOpen"
    from pg_proc p
    where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
      and p.prorettype in ('trigger'::regtype, 'event_trigger'::regtype)
  `;
  expect(found.length).toBeGreaterThan(20);
  expect(found.filter(({ isOpen }) => isOpen)).toEqual([]);
});
