import type { Locale } from "@/lib/i18n/config";
import type { Messages } from "@/lib/i18n/messages";
import { type MessageValues, translate } from "@/lib/i18n/translate";
import { sendMail } from "@/lib/platform/mail";

export type Notice = Exclude<keyof Messages["accounts"]["mail"], "tagline">;
type Options = { link: string; values?: MessageValues };

/** Mails one of the notices of accounts: a subject, a title, a text, one button and a note. */
export async function sendNotice(
  to: string,
  locale: Locale,
  notice: Notice,
  { link, values = {} }: Options,
): Promise<void> {
  const say = (part: "subject" | "title" | "text" | "button" | "note") =>
    translate(locale, `accounts.mail.${notice}.${part}`, values);
  await sendMail({
    to,
    content: {
      locale,
      subject: say("subject"),
      title: say("title"),
      paragraphs: [say("text")],
      button: { label: say("button"), link },
      note: say("note"),
      tagline: translate(locale, "accounts.mail.tagline"),
    },
  });
}
