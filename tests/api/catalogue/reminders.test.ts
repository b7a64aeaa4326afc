import { randomUUID } from "node:crypto";
import { Pool } from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { DELETE as forget, POST as remind } from "@/app/api/reminders/[movieId]/route";
import { announcePremieres } from "@/lib/catalogue/reminders/announce";
import { requireEnv } from "@/lib/platform/env";
import { Browser } from "@/tests/fixtures/browser";
import { addMovie } from "@/tests/fixtures/database";
import { household } from "@/tests/fixtures/playback";
import { hasMailCatcher, mailsTo, sql } from "@/tests/fixtures/supabase";

const pool = new Pool({ connectionString: requireEnv("DATABASE_URL"), max: 6 });
const made: string[] = [];
afterAll(async () => {
  await sql`delete from public.movies where id in ${sql(made)}`;
  await pool.end();
});

async function coming(values: Record<string, string | number> = {}): Promise<string> {
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
  const title = `Premiere ${randomUUID().slice(0, 8)}`;
  const id = await addMovie(sql, {
    title,
    status: "scheduled",
    published_at: inAnHour,
    maturity_rating: 12,
    ...values,
  });
  made.push(id);
  return id;
}
const ask = (handler: typeof remind, browser: Browser, movieId: string, method = "POST") =>
  browser.call(handler, { method, params: { movieId } });
const arrive = (id: string) => sql`update public.movies set published_at = now() where id = ${id}`;
const notificationsOf = (userId: string) => sql<{ title: string; action_url: string; message: string }[]>`
  select title, action_url, message from public.notifications where user_id = ${userId}`;

describe("a reminder is refused", () => {
  test("for something that is no title", async () => {
    const { status } = await ask(remind, new Browser(), "nonsense");
    expect(status).toBe(401);
    const { browser } = await household();
    expect((await ask(remind, browser, "nonsense")).status).toBe(404);
    expect((await ask(remind, browser, randomUUID())).status).toBe(404);
  });

  test("for a title that is not coming, and for one above the viewer's limit", async () => {
    const { browser } = await household({ maturityLimit: 7 });
    const there = await addMovie(sql, { maturity_rating: 0 });
    made.push(there);
    expect((await ask(remind, browser, there)).status).toBe(404);
    expect((await ask(remind, browser, await coming())).status).toBe(404);
  });
});

describe("when the day has come", () => {
  test("whoever asked is told once, by a notification and a mail, however many workers there are", async () => {
    const [owner, other] = [await household(), await household()];
    const id = await coming();
    for (const _ of [1, 2]) expect((await ask(remind, owner.browser, id)).status).toBe(201);
    await ask(remind, other.browser, id);
    expect((await ask(forget as typeof remind, other.browser, id, "DELETE")).status).toBe(200);
    await announcePremieres(pool);
    expect(await notificationsOf(owner.id)).toHaveLength(0);

    await arrive(id);
    await Promise.all([1, 2, 3].map(() => announcePremieres(pool)));
    await announcePremieres(pool);
    const [movie] = await sql`select status, slug, title from public.movies where id = ${id}`;
    expect(movie?.status).toBe("published");
    expect(await notificationsOf(owner.id)).toEqual([
      {
        title: movie?.title,
        action_url: `/title/${movie?.slug}`,
        message: expect.stringContaining(movie?.title),
      },
    ]);
    expect(await notificationsOf(other.id)).toEqual([]);
    if (!hasMailCatcher) return;
    const about = async (email: string) =>
      (await mailsTo(email)).filter((mail) => JSON.stringify(mail).includes(String(movie?.title)));
    await expect.poll(async () => (await about(owner.email)).length).toBe(1);
    expect(await about(other.email)).toHaveLength(0);
  });

  test("nobody is told of a title that has moved above their limit", async () => {
    const { browser, id: userId } = await household({ maturityLimit: 12 });
    const id = await coming();
    await ask(remind, browser, id);
    await sql`update public.movies set maturity_rating = 16 where id = ${id}`;
    await arrive(id);
    await announcePremieres(pool);
    expect(await notificationsOf(userId)).toEqual([]);
  });

  test("whoever wants no mails gets the notification alone", async () => {
    const { browser, id: userId } = await household();
    await sql`
      update public.user_settings set notifications = '{"new_content": {"email": false}}' where user_id = ${userId}`;
    const id = await coming();
    await ask(remind, browser, id);
    await arrive(id);
    await announcePremieres(pool);
    const [row] = await sql`select is_mail_due from public.notifications where user_id = ${userId}`;
    expect(row?.is_mail_due).toBe(false);
  });
});
