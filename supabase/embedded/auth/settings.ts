import { z } from "zod";
import { type OpenIdProviders, readOpenIdProviders } from "./openid/settings";

const flag = z
  .string()
  .default("")
  .transform((text) => /^(1|true|yes)$/i.test(text));
const seconds = (fallback: number) => z.coerce.number().int().min(0).default(fallback);

const schema = z.object({
  SITE_URL: z.url().default("http://localhost:3000"),
  SUPABASE_URL: z.url().default("http://127.0.0.1:3001"),
  /** Comma list of further addresses that links may lead to; `*` stands for anything within a path segment. */
  AUTH_REDIRECT_URLS: z.string().default(""),
  SMTP_URL: z.string().default(""),
  MAIL_FROM: z.string().default("CineVerse <no-reply@cineverse.test>"),
  AUTH_MAIL_INTERVAL_SECONDS: seconds(60),
  AUTH_MAILS_PER_HOUR: seconds(1000),
  AUTH_REUSE_INTERVAL_SECONDS: seconds(10),
  AUTH_LINK_LIFETIME_SECONDS: seconds(3600),
  AUTH_SINGLE_CONFIRM_EMAIL_CHANGE: flag,
  AUTH_REAUTHENTICATE_FOR_PASSWORD: flag,
  AUTH_PASSWORD_CHANGE_BY_TOKEN: flag,
  AUTH_DISABLE_SIGNUP: flag,
  AUTH_DISABLE_TOTP: flag,
});

export type AuthSettings = {
  siteUrl: string;
  /** Where this server is reached from a mail: SUPABASE_URL. */
  publicUrl: string;
  redirectPatterns: string[];
  smtpUrl: string;
  mailFrom: string;
  mailIntervalSeconds: number;
  mailsPerHour: number;
  reuseIntervalSeconds: number;
  linkLifetimeSeconds: number;
  confirmsEmailChangeTwice: boolean;
  reauthenticatesForPassword: boolean;
  /** A new password needs the old one, but for who has just come by a mailed link. */
  requiresCurrentPassword: boolean;
  isSignupDisabled: boolean;
  isTotpDisabled: boolean;
  openIdProviders: OpenIdProviders;
};

/** The settings that a hosted project has in its dashboard; the defaults are those that docs/deploy.md asks for there. */
export function readAuthSettings(environment: NodeJS.ProcessEnv): AuthSettings {
  const given = schema.parse(
    Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== "")),
  );
  return {
    siteUrl: given.SITE_URL.replace(/\/$/, ""),
    publicUrl: given.SUPABASE_URL.replace(/\/$/, ""),
    redirectPatterns: given.AUTH_REDIRECT_URLS.split(",")
      .map((pattern) => pattern.trim())
      .filter(Boolean),
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM,
    mailIntervalSeconds: given.AUTH_MAIL_INTERVAL_SECONDS,
    mailsPerHour: given.AUTH_MAILS_PER_HOUR,
    reuseIntervalSeconds: given.AUTH_REUSE_INTERVAL_SECONDS,
    linkLifetimeSeconds: given.AUTH_LINK_LIFETIME_SECONDS,
    confirmsEmailChangeTwice: !given.AUTH_SINGLE_CONFIRM_EMAIL_CHANGE,
    reauthenticatesForPassword: given.AUTH_REAUTHENTICATE_FOR_PASSWORD,
    requiresCurrentPassword: !given.AUTH_PASSWORD_CHANGE_BY_TOKEN,
    isTotpDisabled: given.AUTH_DISABLE_TOTP,
    isSignupDisabled: given.AUTH_DISABLE_SIGNUP,
    openIdProviders: readOpenIdProviders(environment),
  };
}
