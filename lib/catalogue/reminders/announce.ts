import type { Pool } from "pg";
import { z } from "zod";
import { forgetCatalogue } from "@/lib/catalogue/import/forget-catalogue";
import { mailDue } from "@/lib/catalogue/reminders/mail-due";
import { DEFAULT_LOCALE, isLocale, type Locale } from "@/lib/i18n/config";
import { translate } from "@/lib/i18n/translate";
import { forgetHousehold } from "@/lib/platform/auth/household";
import { ringDoorbell } from "@/lib/platform/doorbell";
import { inTransaction } from "@/lib/platform/transaction";

const dueRows = z.array(
  z.object({
    id: z.uuid(),
    user_id: z.uuid(),
    viewer_profile_id: z.uuid(),
    movie_id: z.uuid(),
    slug: z.string(),
    title: z.string(),
    titles: z.record(z.string(), z.string().nullable()).catch({}),
    language: z.string().nullable(),
    wants_mail: z.boolean(),
    is_kids: z.boolean(),
    maturity_limit: z.number(),
  }),
);
type Due = z.output<typeof dueRows>[number];

/** Titles whose day has come are published, and whoever wanted to hear of them is told: once, however often this runs. */
export async function announcePremieres(pool: Pool, signal?: AbortSignal) {
  const published = await publishDue(pool);
  if (published > 0) await forgetCatalogue();
  const told = await notifyDue(pool);
  const mailed = await mailDue(pool, signal);
  return { published, told, mailed };
}

async function publishDue(pool: Pool): Promise<number> {
  const { rowCount } = await pool.query(
    "update public.movies set status = 'published' where status = 'scheduled' and published_at <= now()",
  );
  return rowCount ?? 0;
}

/** Nobody hears of a title that has moved above their limit since they asked. */
const TAKE_DUE = `
  with due as (
    select reminder.id from public.reminders reminder
    join public.movies movie on movie.id = reminder.movie_id
    where reminder.notified_at is null and movie.status = 'published' and movie.published_at <= now()
    order by reminder.created_at limit 500 for update of reminder skip locked
  ),
  told as (
    update public.reminders reminder set notified_at = now() from due where reminder.id = due.id
    returning reminder.*
  )
  select told.id, told.user_id, told.viewer_profile_id, told.movie_id, movie.slug, movie.title, viewer.language,
    viewer.is_kids, viewer.maturity_limit,
    (select jsonb_object_agg(words.key, words.value ->> 'title')
     from jsonb_each(case when jsonb_typeof(movie.metadata -> 'translations') = 'object'
       then movie.metadata -> 'translations' else '{}' end) words) as titles,
    settings.notifications #>> '{new_content,email}' is distinct from 'false' as wants_mail
  from told
  join public.movies movie on movie.id = told.movie_id
  join public.viewer_profiles viewer on viewer.id = told.viewer_profile_id
  left join public.user_settings settings on settings.user_id = told.user_id
  where movie.maturity_rating <= viewer.maturity_limit`;

const ADD_NOTIFICATION = `
  insert into public.notifications
    (user_id, viewer_profile_id, type, title, message, action_url, metadata, occasion, is_mail_due)
  values ($1, $2, 'new_content', $3, $4, $5, $6, $7, $8)
  on conflict (occasion) do nothing`;

/** The mark on the reminder and the notification are one transaction; what a notification is about is unique besides. */
async function notifyDue(pool: Pool): Promise<number> {
  const told = await inTransaction(pool, async (client) => {
    const { rows } = await client.query(TAKE_DUE);
    const all = dueRows.parse(rows);
    for (const due of all) {
      const { locale, name } = wordsOf(due);
      await client.query(ADD_NOTIFICATION, [
        due.user_id,
        due.viewer_profile_id,
        name,
        translate(locale, "catalogue.reminder.message", { title: name }),
        `/title/${due.slug}`,
        JSON.stringify({ movieId: due.movie_id, locale }),
        `reminder:${due.id}`,
        due.wants_mail,
      ]);
    }
    return all;
  });
  for (const due of told) await letBellRing(due);
  return told.length;
}

/** The bell on open pages: Realtime tells grown-ups, the doorbell children. */
async function letBellRing(due: Due): Promise<void> {
  await forgetHousehold(due.user_id);
  await ringDoorbell({
    profileId: due.viewer_profile_id,
    isKids: due.is_kids,
    maturityLimit: due.maturity_limit,
  });
}

function wordsOf({ language, title, titles }: Due): { locale: Locale; name: string } {
  const locale = isLocale(language) ? language : DEFAULT_LOCALE;
  return { locale, name: titles[locale] ?? title };
}
