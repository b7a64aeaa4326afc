import type { Pool } from "pg";
import { z } from "zod";
import { DEFAULT_LOCALE, isLocale } from "@/lib/i18n/config";
import { translate } from "@/lib/i18n/translate";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { sendMail } from "@/lib/platform/mail";

const mailRow = z.object({
  id: z.uuid(),
  email: z.string(),
  title: z.string(),
  message: z.string(),
  action_url: z.string(),
  locale: z.string().nullable(),
});

const CLAIM = `
  update public.notifications notification set is_mail_due = false
  from auth.users account
  where account.id = notification.user_id and notification.id = (
    select waiting.id from public.notifications waiting where waiting.is_mail_due
    order by waiting.created_at limit 1 for update skip locked)
  returning notification.id, account.email, notification.title, notification.message, notification.action_url,
    notification.metadata ->> 'locale' as locale`;

/**
 * One after the other: a mail is claimed before it is sent, and given back where it could not be. A worker that is killed
 * between the two sends none, rather than two; the notification is there all the same.
 */
export async function mailDue(pool: Pool, signal?: AbortSignal): Promise<number> {
  for (let mailed = 0; ; mailed += 1) {
    if (signal?.aborted) return mailed;
    const [claimed] = (await pool.query(CLAIM)).rows;
    if (!claimed) return mailed;
    const mail = mailRow.parse(claimed);
    if (await send(mail)) continue;
    await pool.query("update public.notifications set is_mail_due = true where id = $1", [mail.id]);
    log.warn({ notification: mail.id }, "a reminder could not be mailed; trying again later");
    return mailed;
  }
}

function send({ email, title, message, action_url, locale }: z.output<typeof mailRow>): Promise<boolean> {
  const spoken = isLocale(locale) ? locale : DEFAULT_LOCALE;
  return sendMail({
    to: email,
    content: {
      locale: spoken,
      subject: translate(spoken, "catalogue.reminder.subject", { title }),
      title,
      paragraphs: [message],
      button: {
        label: translate(spoken, "catalogue.reminder.button"),
        link: `${env().SITE_URL}${action_url}`,
      },
      note: translate(spoken, "catalogue.reminder.note"),
      tagline: translate(spoken, "accounts.mail.tagline"),
    },
  });
}
