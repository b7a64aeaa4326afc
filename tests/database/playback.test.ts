import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  type Account,
  type Actor,
  addMovie,
  as,
  attempt,
  connect,
  inRollback,
  removeAccounts,
  SERVICE,
  signedIn,
  signUp,
  type Transaction,
  VISITOR,
} from "../fixtures/database";

const sql = connect(20);
let account: Account;
let movieId: string;

beforeAll(async () => {
  account = await signUp(sql);
  movieId = await addMovie(sql, { title: "The Long Take" });
});
beforeEach(async () => {
  await sql`delete from public.playback_sessions where user_id = ${account.userId}`;
});
afterAll(async () => {
  await removeAccounts(sql, [account.userId]);
  await sql`delete from public.movies where id = ${movieId}`;
  await sql.end();
});

async function start(tx: Transaction, device: string, maxStreams: number, actor: Actor = SERVICE) {
  const [row] = await as(
    tx,
    actor,
    (mine) => mine<{ id: string }[]>`
    select public.start_playback_session(
      p_user => ${account.userId}, p_viewer => ${account.viewerId}, p_movie => ${movieId}, p_device => ${device},
      p_max_streams => ${maxStreams}
    ) as id
  `,
  );
  return row?.id ?? "";
}

async function end(tx: Transaction, session: string, userId = account.userId) {
  const [row] = await as(
    tx,
    signedIn(userId),
    (mine) => mine<{ isDone: boolean }[]>`select public.end_playback_session(${session}) as "isDone"`,
  );
  return row?.isDone;
}

async function beat(tx: Transaction, session: string, by = account) {
  const [row] = await as(
    tx,
    signedIn(by.userId),
    (mine) => mine<{ outcome: string }[]>`
      select public.heartbeat_playback_session(${session}, ${by.viewerId}) as outcome
    `,
  );
  return row?.outcome;
}

async function age(tx: Transaction, session: string, seconds: number) {
  await tx`
    update public.playback_sessions set last_heartbeat_at = clock_timestamp() - make_interval(secs => ${seconds})
    where id = ${session}
  `;
}

describe("the limit of streams", () => {
  test("holds when twenty devices start in the same moment", async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => sql.begin((tx) => start(tx, `Device ${index}`, 4))),
    );
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(4);
    const codes = tries.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(new Set(codes)).toEqual(new Set(["CV001"]));
  });

  test("says which other devices are playing what", async () => {
    await inRollback(sql, async (tx) => {
      const sessionId = await start(tx, "Living room", 1);
      const refusal = await start(tx, "Phone", 1).catch((error) => error);
      expect(refusal).toMatchObject({ code: "CV001" });
      expect(JSON.parse(refusal.detail)).toEqual([
        { sessionId, device: "Living room", movieId, title: "The Long Take", startedAt: expect.any(String) },
      ]);
    });
  });

  test("frees the place of a stream that ended, or has been silent for a minute", async () => {
    await inRollback(sql, async (tx) => {
      const first = await start(tx, "First", 1);
      expect(await end(tx, first)).toBe(true);
      const second = await start(tx, "Second", 1);
      await age(tx, second, 61);
      expect(await start(tx, "Third", 1)).not.toBe("");
    });
  });

  test("does not count other households", async () => {
    await inRollback(sql, async (tx) => {
      const other = await signUp(tx);
      await start(tx, "Mine", 1);
      const outcome = await attempt(
        tx,
        SERVICE,
        (mine) => mine`
        select public.start_playback_session(${other.userId}, ${other.viewerId}, ${movieId}, 'Theirs', 1)
      `,
      );
      expect(outcome).toEqual({ rows: 1 });
    });
  });
});

describe("a stream", () => {
  test("that slept gets its place back only while it is free", async () => {
    await inRollback(sql, async (tx) => {
      const slept = await start(tx, "Laptop", 1);
      await age(tx, slept, 300);
      expect(await beat(tx, slept)).toBe("counted");
      await age(tx, slept, 300);
      await start(tx, "Television", 1);
      expect(await beat(tx, slept)).toBe("ended");
    });
  });

  test("that ended stays ended", async () => {
    await inRollback(sql, async (tx) => {
      const session = await start(tx, "Laptop", 1);
      expect(await end(tx, session)).toBe(true);
      expect(await end(tx, session)).toBe(false);
      expect(await beat(tx, session)).toBe("ended");
    });
  });

  test("is out of a stranger's reach", async () => {
    await inRollback(sql, async (tx) => {
      const stranger = await signUp(tx);
      const session = await start(tx, "Laptop", 1);
      expect(await beat(tx, session, stranger)).toBe("ended");
      expect(await beat(tx, session, { ...stranger, viewerId: account.viewerId })).toBe("ended");
      expect(await end(tx, session, stranger.userId)).toBe(false);
      expect(await beat(tx, session)).toBe("counted");
    });
  });

  test("that was started for another viewer of the household ends with the next heartbeat", async () => {
    await inRollback(sql, async (tx) => {
      const session = await start(tx, "Laptop", 1);
      const [other] = await tx<{ id: string }[]>`
        insert into public.viewer_profiles (user_id, name, slot) values (${account.userId}, 'Minh', 2) returning id
      `;
      const handedOver = { ...account, viewerId: other?.id ?? "" };
      expect(await beat(tx, session, handedOver)).toBe("other-viewer");
      expect(await beat(tx, session)).toBe("ended");
      expect(await start(tx, "Laptop", 1)).not.toBe("");
    });
  });

  test("is given to no receiver by a visitor or a user", async () => {
    await inRollback(sql, async (tx) => {
      const session = await start(tx, "Laptop", 1);
      for (const actor of [VISITOR, signedIn(account.userId)]) {
        const read = await attempt(
          tx,
          actor,
          (mine) => mine`select public.receiver_stream(${session}, null)`,
        );
        expect(read.refused).toBe("42501");
      }
    });
  });

  test("cannot be started for a viewer of another household", async () => {
    await inRollback(sql, async (tx) => {
      const other = await signUp(tx);
      const outcome = await attempt(
        tx,
        SERVICE,
        (mine) => mine`
        select public.start_playback_session(${account.userId}, ${other.viewerId}, ${movieId}, 'x', 1)
      `,
      );
      expect(outcome.refused).toBe("23503");
    });
  });

  test.each([
    ["a visitor", () => VISITOR],
    ["a user", () => signedIn(account.userId)],
  ])("cannot be started by %s behind our server's back", async (_, actor) => {
    await inRollback(sql, async (tx) => {
      await expect(start(tx, "x", 99, actor())).rejects.toMatchObject({ code: "42501" });
    });
  });
});

describe("the entitlement", () => {
  const of = (tx: Transaction, actor: Actor, userId = account.userId) =>
    as(tx, actor, (mine) => mine`select * from public.current_entitlement(${userId})`);
  const free = { tier: "free", max_streams: 1, max_video_height: 480, has_ads: true };

  test.each([
    ["free", free],
    ["basic", { tier: "basic", max_streams: 2, max_video_height: 720, has_ads: false }],
    ["premium", { tier: "premium", max_streams: 4, max_video_height: 1080, has_ads: false }],
    ["vip", { tier: "vip", max_streams: 6, max_video_height: 2160, has_ads: false }],
  ])("of %s is its plan's", async (tier, expected) => {
    await inRollback(sql, async (tx) => {
      await tx`update public.user_accounts set subscription_tier = ${tier} where user_id = ${account.userId}`;
      expect(await of(tx, SERVICE)).toEqual([expected]);
    });
  });

  test("falls back to free once the subscription has expired", async () => {
    await inRollback(sql, async (tx) => {
      await tx`
        update public.user_accounts set subscription_tier = 'vip', subscription_expires_at = now() - interval '1 second'
        where user_id = ${account.userId}
      `;
      expect(await of(tx, SERVICE)).toEqual([free]);
    });
  });

  test("is told to the owner, and to nobody else", async () => {
    await inRollback(sql, async (tx) => {
      const stranger = await signUp(tx);
      expect(await of(tx, signedIn(account.userId))).toEqual([free]);
      expect(await of(tx, signedIn(stranger.userId))).toEqual([]);
    });
  });
});
