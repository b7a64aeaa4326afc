import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { connect, inRollback } from "../fixtures/database";
import { attemptAs, buildWorld, PERSONAS, type Who } from "./world";

const sql = connect();
afterAll(() => sql.end());

const ADMIN: Who = ["admin", "superAdmin", "service"];
const SERVICE_ONLY: Who = ["service"];

/** Who reaches the rows of a bucket; the object lies in the owner's own folder. */
const BUCKETS: Record<string, Who> = {
  artwork: ADMIN,
  trailers: ADMIN,
  uploads: ADMIN,
  avatars: SERVICE_ONLY,
  media: SERVICE_ONLY,
  clips: SERVICE_ONLY,
};

test("every bucket has its line here", async () => {
  const buckets = await sql<{ id: string }[]>`select id from storage.buckets`;
  expect(buckets.map(({ id }) => id).toSorted()).toEqual(Object.keys(BUCKETS).toSorted());
});

describe.each(Object.entries(BUCKETS))("the bucket %s", (bucket, allowed) => {
  test.each(["select", "insert", "update", "delete"] as const)(
    "takes a %s from exactly whom it should",
    async (operation) => {
      await inRollback(sql, async (tx) => {
        const world = await buildWorld(tx);
        const folder = world.owner.userId;
        const name = `${folder}/${randomUUID()}.webp`;
        await tx`insert into storage.objects (bucket_id, name) values (${bucket}, ${name})`;
        await tx`select set_config('storage.allow_delete_query', 'true', true)`;
        for (const persona of PERSONAS) {
          const outcome = await attemptAs(tx, world, persona, (mine) => {
            const here = mine`bucket_id = ${bucket} and name = ${name}`;
            if (operation === "select") return mine`select from storage.objects where ${here}`;
            if (operation === "update") {
              return mine`update storage.objects set user_metadata = '{}' where ${here}`;
            }
            if (operation === "delete") return mine`delete from storage.objects where ${here}`;
            const other = `${folder}/${randomUUID()}.webp`;
            return mine`insert into storage.objects (bucket_id, name) values (${bucket}, ${other})`;
          });
          expect(outcome.rows, `${persona} ${JSON.stringify(outcome)}`).toBe(
            allowed.includes(persona) ? 1 : 0,
          );
        }
      });
    },
  );
});

test("every bucket limits the size and the kinds of its files", async () => {
  const open = await sql`
    select id from storage.buckets
    where id = any (${Object.keys(BUCKETS)}) and (file_size_limit is null or allowed_mime_types is null)
  `;
  expect(open).toEqual([]);
});

test("pictures that could carry a script are taken by no bucket", async () => {
  const open = await sql`
    select id from storage.buckets
    where id = any (${Object.keys(BUCKETS)})
      and allowed_mime_types && array['image/svg+xml', 'text/html', 'image/*', '*/*']
  `;
  expect(open).toEqual([]);
});
