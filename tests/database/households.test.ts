import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Account,
  addMovie,
  as,
  attempt,
  connect,
  inRollback,
  removeAccounts,
  SERVICE,
  signedIn,
  signUp,
} from "../fixtures/database";

const sql = connect(10);
afterAll(() => sql.end());

describe("a household has at most five viewers", () => {
  let account: Account;
  beforeAll(async () => {
    account = await signUp(sql);
  });
  afterAll(() => removeAccounts(sql, [account.userId]));

  test("also when ten are added at once", async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        sql.begin((tx) =>
          as(
            tx,
            SERVICE,
            (service) => service`
            insert into public.viewer_profiles (user_id, name) values (${account.userId}, ${`Viewer ${index}`})
          `,
          ),
        ),
      ),
    );
    const refused = tries.filter((one) => one.status === "rejected");
    expect(refused).toHaveLength(6);
    expect(new Set(refused.map((one) => one.reason.code))).toEqual(new Set(["23514"]));
    const slots = await sql`
      select slot from public.viewer_profiles where user_id = ${account.userId} order by slot
    `;
    expect(slots.map(({ slot }) => slot)).toEqual([1, 2, 3, 4, 5]);
  });

  test("a place that was given up can be taken again", async () => {
    await inRollback(sql, async (tx) => {
      await tx`delete from public.viewer_profiles where user_id = ${account.userId} and slot = 3`;
      const [added] = await tx`
        insert into public.viewer_profiles (user_id, name) values (${account.userId}, 'Again') returning slot
      `;
      expect(added?.slot).toBe(3);
    });
  });
});

test("the first viewer cannot be removed, so a household never stands empty", async () => {
  await inRollback(sql, async (tx) => {
    const { viewerId } = await signUp(tx);
    const outcome = await attempt(
      tx,
      SERVICE,
      (service) => service`
      delete from public.viewer_profiles where id = ${viewerId}
    `,
    );
    expect(outcome.refused).toBe("23514");
  });
});

test("the viewers of an account go with it", async () => {
  await inRollback(sql, async (tx) => {
    const { userId } = await signUp(tx);
    await tx`delete from auth.users where id = ${userId}`;
    expect(await tx`select 1 from public.viewer_profiles where user_id = ${userId}`).toHaveLength(0);
  });
});

test("a child with the household's token can neither add a grown-up nor remove one", async () => {
  await inRollback(sql, async (tx) => {
    const { userId } = await signUp(tx);
    const added = await attempt(
      tx,
      signedIn(userId),
      (mine) => mine`
      insert into public.viewer_profiles (name, maturity_limit) values ('Grown-up', 18)
    `,
    );
    const removed = await attempt(tx, signedIn(userId), (mine) => mine`delete from public.viewer_profiles`);
    expect([added.refused, removed.refused]).toEqual(["42501", "42501"]);
  });
});

test.each([
  ...["user_id", "slot", "has_pin", "pin_hash", "failed_pin_attempts", "pin_locked_until"],
  ...["is_kids", "maturity_limit", "pin_version"],
])("an owner cannot change %s of a viewer by hand", async (column) => {
  await inRollback(sql, async (tx) => {
    const { userId, viewerId } = await signUp(tx);
    const outcome = await attempt(
      tx,
      signedIn(userId),
      (mine) => mine`
        update public.viewer_profiles set ${mine(column)} = null where id = ${viewerId}
      `,
    );
    expect(outcome.refused).toBe("42501");
  });
});

test("nobody can read the hash of a PIN", async () => {
  await inRollback(sql, async (tx) => {
    const { userId } = await signUp(tx);
    const outcome = await attempt(
      tx,
      signedIn(userId),
      (mine) => mine`
      select pin_hash from public.viewer_profiles
    `,
    );
    expect(outcome.refused).toBe("42501");
  });
});

test("owners cannot verify themselves or take another id", async () => {
  await inRollback(sql, async (tx) => {
    const { userId } = await signUp(tx);
    for (const column of ["is_verified", "id"]) {
      const outcome = await attempt(
        tx,
        signedIn(userId),
        (mine) => mine`
        update public.user_profiles set ${mine(column)} = default
      `,
      );
      expect(outcome.refused, column).toBe("42501");
    }
  });
});

test("a PIN opens with the right digits only, and the fifth wrong try locks it", async () => {
  await inRollback(sql, async (tx) => {
    const { userId, viewerId } = await signUp(tx);
    const stranger = await signUp(tx);
    const check = async (actorId: string, pin: string) => {
      const [row] = await as(
        tx,
        signedIn(actorId),
        (mine) => mine`
        select public.check_viewer_pin(${viewerId}, ${pin}) as opens
      `,
      );
      return row?.opens;
    };
    expect(await check(userId, "")).toBe(true);
    await as(tx, signedIn(userId), (mine) => mine`select public.set_viewer_pin(${viewerId}, '4711')`);
    expect(await check(userId, "4711")).toBe(true);
    expect(await check(stranger.userId, "4711")).toBe(false);
    const [changed] = await as(
      tx,
      signedIn(userId),
      (mine) => mine`
      select public.set_viewer_pin(${viewerId}, '1234', '0000') as done
    `,
    );
    expect(changed?.done).toBe(false);
    for (let wrong = 0; wrong < 4; wrong += 1) expect(await check(userId, "0000")).toBe(false);
    const locked = await attempt(
      tx,
      signedIn(userId),
      (mine) => mine`
      select public.check_viewer_pin(${viewerId}, '4711')
    `,
    );
    expect(locked.refused).toBe("CV002");
  });
});

test.each(["user_favorites", "user_watchlist", "hidden_movies", "viewing_history"])(
  "a row of %s cannot be hung on a viewer of another household",
  async (table) => {
    await inRollback(sql, async (tx) => {
      const victim = await signUp(tx);
      const attacker = await signUp(tx);
      const movieId = await addMovie(tx);
      const outcome = await attempt(
        tx,
        signedIn(attacker.userId),
        (mine) => mine`
        insert into ${mine(`public.${table}`)} (viewer_profile_id, movie_id) values (${victim.viewerId}, ${movieId})
      `,
      );
      expect(outcome.refused).toBe("23503");
    });
  },
);

test("a reminder is set for nobody of another household, and by no insert of one's own", async () => {
  await inRollback(sql, async (tx) => {
    const victim = await signUp(tx);
    const attacker = await signUp(tx);
    const movieId = await addMovie(tx, { status: "scheduled", published_at: "2999-01-01" });
    const set = (mine: typeof tx, viewerId: string) =>
      mine`select public.set_reminder(${viewerId}, ${movieId}, null, true) as is_set`;
    await as(tx, signedIn(attacker.userId), async (mine) => {
      expect(await set(mine, victim.viewerId)).toEqual([{ is_set: false }]);
      expect(await set(mine, attacker.viewerId)).toEqual([{ is_set: true }]);
    });
    const outcome = await attempt(
      tx,
      signedIn(attacker.userId),
      (mine) => mine`
      insert into public.reminders (viewer_profile_id, movie_id) values (${victim.viewerId}, ${movieId})
    `,
    );
    expect(outcome.refused).toBe("42501");
    expect(await tx`select viewer_profile_id from public.reminders where movie_id = ${movieId}`).toEqual([
      { viewer_profile_id: attacker.viewerId },
    ]);
  });
});

test("suspended staff lose their rights", async () => {
  await inRollback(sql, async (tx) => {
    const { userId } = await signUp(tx);
    await tx`
      update public.user_accounts set role = 'admin', suspended_until = now() + interval '1 day'
      where user_id = ${userId}
    `;
    await addMovie(tx, { status: "draft" });
    const seen = await attempt(
      tx,
      signedIn(userId),
      (mine) => mine`
      select from public.movies where status = 'draft'
    `,
    );
    expect(seen).toEqual({ rows: 0 });
  });
});
