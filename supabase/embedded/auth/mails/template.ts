import { type MailContent, renderMailPage, renderMailText } from "@/lib/platform/mail-page";
import { type Locale, type MailKind, SHARED, WORDS } from "./words";

export type Mail = { kind: MailKind; locale: Locale; link?: string; code?: string; newEmail?: string };
export type Rendered = { subject: string; html: string; text: string };

/** One mail as HTML and as plain text, in the look of the mails that the site itself sends. */
export function renderMail({ kind, locale, link, code, newEmail = "" }: Mail): Rendered {
  const { subject, title, body, button } = WORDS[locale][kind];
  const shared = SHARED[locale];
  const lifetime = link ? shared.lifetime : shared.codeLifetime;
  const content: MailContent = {
    locale,
    subject,
    title,
    paragraphs: [body.replace("{newEmail}", () => newEmail)],
    button: link && button ? { label: button, link } : undefined,
    linkLabel: shared.linkLabel,
    code: code ? { label: link ? shared.codeLabel : shared.code, digits: code } : undefined,
    // A change of address that one did not ask for is nothing to ignore.
    note: kind === "email_change_current" ? lifetime : `${lifetime} ${shared.ignore}`,
    tagline: shared.tagline,
  };
  return { subject, html: renderMailPage(content), text: renderMailText(content) };
}
