import { z } from "zod";
import { FACES } from "@/lib/accounts/avatars/faces";
import {
  BIO_MAXIMUM,
  DISPLAY_NAME_MAXIMUM,
  KIDS_MAXIMUM_MATURITY,
  PASSWORD_MAXIMUM,
  PASSWORD_MINIMUM,
  RECOVERY_CODE_CHARACTERS,
  VIEWER_NAME_MAXIMUM,
} from "@/lib/accounts/limits";
import { isCommonPassword } from "@/lib/accounts/password/common";
import { LOCALES } from "@/lib/i18n/config";
import type { MessageKey } from "@/lib/i18n/messages";
import { MATURITY_LEVELS } from "@/lib/platform/auth/maturity";
import { THEMES } from "@/lib/platform/theme";

/** Problems are message keys, translated where they are shown. */
const say = (key: MessageKey): string => key;

const email = z
  .string(say("accounts.problems.email"))
  .trim()
  .toLowerCase()
  .max(254, say("accounts.problems.email"))
  .pipe(z.email(say("accounts.problems.email")));

const newPassword = z
  .string(say("accounts.problems.passwordShort"))
  .min(PASSWORD_MINIMUM, { error: say("accounts.problems.passwordShort"), abort: true })
  .refine((value) => new TextEncoder().encode(value).length <= PASSWORD_MAXIMUM, {
    error: say("accounts.problems.passwordLong"),
    abort: true,
  })
  .refine((value) => !isCommonPassword(value), say("accounts.problems.passwordWeak"));

const knownPassword = z
  .string(say("accounts.problems.passwordMissing"))
  .min(1, say("accounts.problems.passwordMissing"));
const next = z.string().max(2_000).optional();

/** An emptied field takes the value away. */
const emptyAsNull = z.literal("").transform(() => null);

const displayName = z
  .string(say("accounts.problems.displayName"))
  .trim()
  .refine(isReadable, say("accounts.problems.displayName"))
  .max(DISPLAY_NAME_MAXIMUM, say("accounts.problems.displayName"));

const birthDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, say("accounts.problems.birthDate"))
  .refine((value) => isPastDate(value), say("accounts.problems.birthDate"));

const pin = z.string(say("accounts.problems.pin")).regex(/^[0-9]{4,8}$/, say("accounts.problems.pin"));

/** A checkbox of a form is "on" or absent. */
const checkbox = z
  .union([z.boolean(), z.literal("on"), z.literal("true"), z.literal("false")])
  .optional()
  .transform((value) => value === true || value === "on" || value === "true");

export const signUpSchema = z.object({ email, password: newPassword, displayName, next });
export const signInSchema = z.object({ email, password: knownPassword, next });
export const emailOnlySchema = z.object({ email, next });
export const resetPasswordSchema = z.object({ password: newPassword });
export const signOutSchema = z.object({ scope: z.enum(["local", "others", "global"]).default("local") });
export const oauthSchema = z.object({ provider: z.string().regex(/^[a-z_]{2,30}$/), next });

export const confirmSchema = z.object({
  token_hash: z.string().max(500).optional(),
  code: z.string().max(500).optional(),
  type: z
    .enum(["signup", "email", "magiclink", "recovery", "email_change", "invite"])
    .optional()
    .catch(undefined),
  message: z.string().max(500).optional(),
  /** What a link or a provider came back with instead of a code. */
  error: z.string().max(100).optional(),
  error_code: z.string().max(100).optional(),
  next,
});

export const MAIL_REASONS = ["sign-up", "sign-in", "reset"] as const;

export const codeSchema = z.object({
  code: z
    .string(say("accounts.problems.code"))
    .trim()
    .regex(/^[0-9]{6}$/, say("accounts.problems.code")),
  reason: z.enum(MAIL_REASONS),
  next,
});

const sixDigits = z
  .string(say("accounts.problems.totp"))
  .trim()
  .transform((value) => value.replaceAll(" ", ""))
  .pipe(z.string().regex(/^[0-9]{6}$/, say("accounts.problems.totp")));
/** Six digits of the device, or a recovery code however it was typed. */
const anyCode = z
  .string(say("accounts.problems.totp"))
  .trim()
  .transform((value) => (/^[\d ]{6,8}$/.test(value) ? value.replaceAll(" ", "") : value))
  .pipe(z.string().min(6, say("accounts.problems.totp")).max(60, say("accounts.problems.totp")));

export const secondStepSchema = z.object({ code: sixDigits, next });
export const recoveryCodeSchema = z.object({
  recoveryCode: z
    .string(say("accounts.problems.recoveryCode"))
    .trim()
    .min(RECOVERY_CODE_CHARACTERS, say("accounts.problems.recoveryCode"))
    .max(60, say("accounts.problems.recoveryCode")),
  next,
});
export const anyCodeSchema = z.object({ code: anyCode });
export const finishEnrolmentSchema = z.object({ factorId: z.uuid(), code: sixDigits });
/** A password, or the digits of a mail where the account has none; which of them counts, the account decides. */
export const identitySchema = z.object({
  password: z.string().max(1_000).optional(),
  code: z.string().trim().max(20).optional(),
});

export const nextSchema = z.object({ next });

export const preferencesSchema = z.object({
  locale: z.enum(LOCALES).optional(),
  theme: z.enum(THEMES).optional(),
});

export const profileSchema = z.object({
  displayName,
  username: z
    .string(say("accounts.problems.username"))
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9_]{3,30}$/, say("accounts.problems.username")),
  bio: emptyAsNull.or(z.string().trim().max(BIO_MAXIMUM, say("accounts.problems.bio"))),
});

export const changeEmailSchema = z.object({ email, currentPassword: knownPassword });
export const changePasswordSchema = z.object({ currentPassword: knownPassword, newPassword });

export const accountSettingsSchema = z.object({
  country: emptyAsNull.or(z.string().regex(/^[A-Z]{2}$/, say("accounts.problems.country"))),
  birthDate: emptyAsNull.or(birthDate),
});

const viewerFields = z.object({
  name: z
    .string(say("accounts.problems.viewerName"))
    .trim()
    .refine(isReadable, say("accounts.problems.viewerName"))
    .max(VIEWER_NAME_MAXIMUM, say("accounts.problems.viewerName")),
  isKids: checkbox,
  maturityLimit: z.coerce
    .number()
    .refine((value) => MATURITY_LEVELS.some((level) => level === value), say("accounts.problems.maturity")),
  language: z.enum(LOCALES),
  autoplayNext: checkbox,
  autoplayPreviews: checkbox,
});

/** A viewer for kids never sees more than 12, whatever was chosen beside it. */
export const viewerSchema = viewerFields.transform((viewer) => ({
  ...viewer,
  maturityLimit: viewer.isKids ? Math.min(viewer.maturityLimit, KIDS_MAXIMUM_MATURITY) : viewer.maturityLimit,
}));

export const faceSchema = z.object({ face: z.enum(FACES).nullable() });
export const viewerIdSchema = z.object({ id: z.uuid() });
export const activeViewerSchema = z.object({ viewerId: z.uuid(), pin: z.string().max(20).optional(), next });
export const setPinSchema = z.object({
  pin: emptyAsNull.or(pin),
  currentPin: z.string().max(20).optional(),
});
export const deviceIdSchema = z.object({ id: z.uuid() });
export const usernameSchema = z.object({ username: z.string().regex(/^[a-z0-9_]{3,30}$/) });

export type SignUp = z.output<typeof signUpSchema>;
export type SignIn = z.output<typeof signInSchema>;
export type Confirmation = z.output<typeof confirmSchema>;
export type CodeEntry = z.output<typeof codeSchema>;
export type ProfileChange = z.output<typeof profileSchema>;
export type AccountSettingsChange = z.output<typeof accountSettingsSchema>;
export type ViewerChange = z.output<typeof viewerSchema>;

const INVISIBLE = /[\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** They turn the words around a name as well. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/;

/** A name that can be seen, and that leaves the text around it alone. */
function isReadable(name: string): boolean {
  return name.replace(INVISIBLE, "") !== "" && !TURNING.test(name) && name.isWellFormed();
}

function isPastDate(value: string): boolean {
  const time = Date.parse(`${value}T00:00:00Z`);
  const isReal = Number.isFinite(time) && new Date(time).toISOString().startsWith(value);
  return isReal && time < Date.now() && value >= "1900-01-01";
}
