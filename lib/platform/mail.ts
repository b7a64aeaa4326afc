import { createTransport, type Transporter } from "nodemailer";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { type MailContent, renderMailPage, renderMailText } from "@/lib/platform/mail-page";

export type Mail = { to: string; content: MailContent };

let transport: Transporter | undefined;

/**
 * Sends one mail of our own (the links of sign-up and reset are sent by Supabase Auth). Never throws: what a person
 * did is done, whether or not the notice about it could be delivered.
 */
export async function sendMail({ to, content }: Mail): Promise<boolean> {
  const { SMTP_URL, MAIL_FROM } = env();
  const { subject } = content;
  if (!SMTP_URL) {
    log.warn({ subject }, "mail not sent: SMTP_URL is not set");
    return false;
  }
  try {
    transport ??= createTransport(SMTP_URL);
    const [html, text] = [renderMailPage(content), renderMailText(content)];
    await transport.sendMail({ from: MAIL_FROM, to, subject, text, html });
    return true;
  } catch (error) {
    log.error({ err: error, subject }, "mail not sent");
    return false;
  }
}
