import { afterAll, expect, test } from "vitest";
import { connect } from "../fixtures/database";

const sql = connect();
afterAll(() => sql.end());

/** Names of what breaks a rule; an empty list is the pass. */
async function offenders(query: Promise<readonly { name: string }[]>): Promise<string[]> {
  return (await query).map(({ name }) => name);
}

test("row level security is enabled on every table", async () => {
  const found = offenders(sql`
    select c.oid::regclass::text as name from pg_class c
    where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
      and c.relkind in ('r', 'p') and not c.relrowsecurity
  `);
  expect(await found).toEqual([]);
});

test("every table says what it is for", async () => {
  const found = offenders(sql`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and obj_description(c.oid, 'pg_class') is null
  `);
  expect(await found).toEqual([]);
});

// An invoker in plain SQL may leave it open: only then can the planner inline it into its callers.
test("every function fixes its search_path, where it cannot be inlined", async () => {
  const found = offenders(sql`
    select p.oid::regprocedure::text as name from pg_proc p
    join pg_language l on l.oid = p.prolang
    where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
      and (p.prosecdef or l.lanname is distinct from 'sql')
      and not exists (select from unnest(p.proconfig) as setting where setting like 'search_path=%')
  `);
  expect(await found).toEqual([]);
});

test("a function with the owner's rights has an empty search_path", async () => {
  const found = offenders(sql`
    select p.oid::regprocedure::text as name from pg_proc p
    where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace) and p.prosecdef
      and not ('search_path=""' = any (coalesce(p.proconfig, '{}')))
  `);
  expect(await found).toEqual([]);
});

test("a function with the owner's rights is closed to whoever has not been named", async () => {
  const found = offenders(sql`
    select p.oid::regprocedure::text as name from pg_proc p
    cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) as grant_
    where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace) and p.prosecdef
      and grant_.grantee = 0
  `);
  expect(await found).toEqual([]);
});

/** What the API roles may call with the owner's rights. A new name here is a decision, not a formality. */
const OPEN_DEFINERS = [
  "account_security",
  "answer_idempotency_key",
  "catalogue_browse",
  "catalogue_calendar",
  "catalogue_collections",
  "catalogue_facets",
  "catalogue_front",
  "catalogue_home",
  "catalogue_person",
  "catalogue_random",
  "catalogue_search",
  "catalogue_sitemap",
  "catalogue_title",
  "check_viewer_pin",
  "claim_idempotency_key",
  "end_playback_session",
  "end_session",
  "end_streams",
  "forget_viewer_pin",
  "has_second_step",
  "heartbeat_playback_session",
  "platform_status",
  "release_idempotency_key",
  "set_reminder",
  "set_viewer_pin",
  "trending_movies",
];

test("visitors and users call no function with the owner's rights but the known ones", async () => {
  const found = await offenders(sql`
    select distinct p.proname as name from pg_proc p, unnest(array['anon', 'authenticated']) as role
    where p.pronamespace = 'public'::regnamespace and p.prosecdef
      and has_function_privilege(role, p.oid, 'execute')
  `);
  expect(found.filter((name) => !OPEN_DEFINERS.includes(name))).toEqual([]);
});

test("every foreign key has an on delete rule", async () => {
  const found = offenders(sql`
    select k.conrelid::regclass || '.' || k.conname as name from pg_constraint k
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.confdeltype = 'a'
  `);
  expect(await found).toEqual([]);
});

test("every foreign key has an index on the referencing side", async () => {
  const found = offenders(sql`
    select k.conrelid::regclass || '.' || k.conname as name from pg_constraint k
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace
      and not exists (
        select from pg_index i
        where i.indrelid = k.conrelid and i.indisvalid and i.indpred is null
          and (
            select array_agg(part::smallint order by part::smallint)
            from unnest((string_to_array(i.indkey::text, ' '))[1:cardinality(k.conkey)]) as part
          ) = (select array_agg(part order by part) from unnest(k.conkey) as part)
      )
  `);
  expect(await found).toEqual([]);
});

test("policies ask who is calling once per statement", async () => {
  const found = offenders(sql`
    select format('%s.%s: %s', schemaname, tablename, policyname) as name from pg_policies
    where schemaname in ('public', 'storage')
      and regexp_replace(coalesce(qual, '') || coalesce(with_check, ''),
        '\\( ?SELECT (auth|private)\\.[a-z_]+\\([^()]*\\) AS [a-z_]+\\)', '', 'g') ~ '(auth\\.|private\\.(is_|has_))'
  `);
  expect(await found).toEqual([]);
});

test("every policy names its roles and a single operation", async () => {
  const found = offenders(sql`
    select format('%s: %s', tablename, policyname) as name from pg_policies
    where schemaname in ('public', 'storage') and ('public' = any (roles) or cmd = 'ALL')
  `);
  expect(await found).toEqual([]);
});

test("no table has two policies for one operation and role", async () => {
  const found = offenders(sql`
    select format('%s %s %s', tablename, cmd, role) as name
    from pg_policies, unnest(roles) as role
    where schemaname = 'public' and permissive = 'PERMISSIVE'
    group by tablename, cmd, role having count(*) > 1
  `);
  expect(await found).toEqual([]);
});

test("a user_id is always the first column of an index", async () => {
  const found = offenders(sql`
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'user_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and not exists (
        select from pg_index i where i.indrelid = c.oid and i.indpred is null and i.indkey[0] = a.attnum
      )
  `);
  expect(await found).toEqual([]);
});

test("a visitor can write nothing at all", async () => {
  const found = offenders(sql`
    select format('%s %s', c.relname, privilege) as name
    from pg_class c, unnest(array['insert', 'update', 'delete', 'truncate', 'references', 'trigger']) as privilege
    where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and c.relkind in ('r', 'p', 'v', 'm')
      and case when privilege in ('insert', 'update', 'references')
        then has_any_column_privilege('anon', c.oid, privilege)
        else has_table_privilege('anon', c.oid, privilege) end
  `);
  expect(await found).toEqual([]);
});

test("nobody of the API can empty a table, hang triggers on it or reference it", async () => {
  const found = offenders(sql`
    select format('%s %s %s', role, c.relname, privilege) as name
    from pg_class c, unnest(array['truncate', 'references', 'trigger']) as privilege,
      unnest(array['authenticated', 'service_role']) as role
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and has_table_privilege(role, c.oid, privilege)
  `);
  expect(await found).toEqual([]);
});

test("money is a whole number of minor units", async () => {
  const found = offenders(sql`
    select format('%s.%s', table_name, column_name) as name from information_schema.columns
    where table_schema = 'public' and data_type not in ('smallint', 'integer', 'bigint')
      and column_name ~ '(amount|price|balance|revenue|budget|_minor)($|_)'
      and column_name !~ '_id$'
  `);
  expect(await found).toEqual([]);
});

test("every text and jsonb column has a check", async () => {
  const keptByTriggers = ["movies.cast_names", "admin_action_logs.before", "admin_action_logs.after"];
  const found = offenders(sql`
    select format('%s.%s', c.relname, a.attname) as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.atttypid in ('text'::regtype, 'jsonb'::regtype)
      and not exists (
        select from pg_constraint k
        where k.conrelid = c.oid and k.contype in ('c', 'f') and a.attnum = any (k.conkey)
      )
  `);
  expect((await found).filter((name) => !keptByTriggers.includes(name))).toEqual([]);
});

test("every updated_at is kept by the one trigger", async () => {
  const found = offenders(sql`
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'updated_at' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and not exists (
        select from pg_trigger t
        where t.tgrelid = c.oid and t.tgfoid = 'private.set_updated_at()'::regprocedure
      )
  `);
  expect(await found).toEqual([]);
});

test("Realtime publishes the tables that devices keep in step, and never a PIN", async () => {
  const published = await sql<{ tablename: string; attnames: string[] }[]>`
    select tablename, attnames from pg_publication_tables where pubname = 'supabase_realtime'
  `;
  const names = published.map(({ tablename }) => tablename);
  for (const table of [
    "hidden_movies",
    "movie_ratings",
    "user_favorites",
    "user_watchlist",
    "video_assets",
    "viewer_profiles",
    "viewing_history",
  ]) {
    expect(names).toContain(table);
  }
  const viewers = published.find(({ tablename }) => tablename === "viewer_profiles");
  expect(viewers?.attnames).not.toContain("pin_hash");
});

test("no policy opens the private buckets to visitors or users", async () => {
  const found = offenders(sql`
    select policyname as name from pg_policies
    where schemaname = 'storage' and coalesce(qual, '') || coalesce(with_check, '') ~ '''(media|clips)'''
  `);
  expect(await found).toEqual([]);
  const buckets = await sql`select id, public from storage.buckets where id in ('media', 'uploads', 'clips')`;
  expect(buckets.map((bucket) => bucket.public)).toEqual([false, false, false]);
});

test("what Realtime tells of a person is told to whole sessions only", async () => {
  const found = offenders(sql`
    select published.tablename as name from pg_publication_tables published
    where published.pubname = 'supabase_realtime' and published.schemaname = 'public'
      and 'user_id' = any (published.attnames)
      and not exists (
        select from pg_policies policy
        where policy.schemaname = 'public' and policy.tablename = published.tablename
          and policy.permissive = 'RESTRICTIVE' and policy.qual like '%is_whole_session%'
      )
  `);
  expect(await found).toEqual([]);
});
