import { createTransport } from "nodemailer";
import { AuthError } from "../errors";
import type { AuthSettings } from "../settings";
import type { User } from "../users";
import { type Mail, renderMail } from "./template";
import type { Locale } from "./words";

export type Mailer = { send(to: string, mail: Mail): Promise<void>; close(): void };

const SMTP_TIMEOUT_MS = 10_000;

export function createMailer(settings: AuthSettings): Mailer {
  const transport = settings.smtpUrl
    ? createTransport({
        url: settings.smtpUrl,
        connectionTimeout: SMTP_TIMEOUT_MS,
        greetingTimeout: SMTP_TIMEOUT_MS,
        // The embedded catcher and many relays of a local network have no certificate that could be checked.
        tls: {
          rejectUnauthorized: !/^smtp:\/\/(?:[^@/]*@)?(?:127\.0\.0\.1|localhost)/.test(settings.smtpUrl),
        },
      })
    : null;
  return {
    async send(to, mail) {
      try {
        if (!transport) throw new Error("SMTP_URL is not set");
        await transport.sendMail({
          from: settings.mailFrom,
          to: { name: "", address: to },
          ...renderMail(mail),
        });
      } catch (error) {
        console.error(`auth: a ${mail.kind} mail could not be sent:`, error);
        throw new AuthError(
          500,
          "unexpected_failure",
          `Error sending ${mail.kind.replaceAll("_", " ")} email`,
        );
      }
    },
    close: () => transport?.close(),
  };
}

/** The language that the person chose at sign-up or in the settings. */
export function localeOf(user: Pick<User, "raw_user_meta_data">): Locale {
  return String(user.raw_user_meta_data?.locale ?? "").startsWith("vi") ? "vi" : "en";
}
