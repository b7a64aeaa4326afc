import { isAuthApiError, isAuthRetryableFetchError } from "@supabase/supabase-js";
import type { MessageKey } from "@/lib/i18n/messages";
import { AppError, type ErrorCode, invalid } from "@/lib/platform/errors";

const KNOWN: Record<string, [ErrorCode, MessageKey]> = {
  invalid_credentials: ["UNAUTHENTICATED", "accounts.errors.wrongCredentials"],
  user_banned: ["FORBIDDEN", "platform.errors.suspended"],
  over_email_send_rate_limit: ["TOO_MANY_REQUESTS", "accounts.errors.mailTooOften"],
  over_request_rate_limit: ["TOO_MANY_REQUESTS", "accounts.errors.mailTooOften"],
  otp_expired: ["INVALID", "accounts.errors.linkExpired"],
  // Another enrolment has taken its place, or it never was.
  mfa_factor_not_found: ["NOT_FOUND", "accounts.errors.noSecondStep"],
  session_not_found: ["UNAUTHENTICATED", "platform.errors.unauthenticated"],
  signup_disabled: ["FORBIDDEN", "accounts.errors.signUpClosed"],
  provider_email_needs_verification: ["FORBIDDEN", "accounts.errors.providerUnverified"],
  same_password: ["INVALID", "accounts.problems.passwordSame"],
};

const FIELD: Record<string, [string, MessageKey]> = {
  weak_password: ["password", "accounts.problems.passwordWeak"],
  email_address_invalid: ["email", "accounts.problems.email"],
};

export function authErrorCode(error: unknown): string {
  return isAuthApiError(error) ? (error.code ?? "") : "";
}

/** Maps Supabase Auth's codes, never its texts. */
export function fromAuth(error: unknown): AppError {
  if (isAuthRetryableFetchError(error) || (isAuthApiError(error) && error.status >= 500))
    return new AppError("UNAVAILABLE", "platform.errors.unavailable", { cause: error });
  const code = authErrorCode(error);
  const field = FIELD[code];
  if (field) return invalid({ [field[0]]: field[1] });
  const [ours, message] = KNOWN[code] ?? ["INTERNAL", "platform.errors.internal"];
  return new AppError(ours, message, { cause: error });
}

/** What Supabase Auth adds to the address that it sends the browser back to. A refusal without a code is the provider's. */
export function fromReturn(error: string, code: string | undefined): AppError {
  const known = code ? KNOWN[code] : undefined;
  if (known) return new AppError(...known);
  const isRefusal = error === "access_denied";
  return new AppError(
    isRefusal ? "FORBIDDEN" : "INVALID",
    isRefusal ? "accounts.errors.providerRefused" : "accounts.errors.providerFailed",
    { cause: new Error(`sign-in came back with ${error} (${code ?? "no code"})`) },
  );
}
