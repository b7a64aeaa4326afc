/** A refusal in Supabase Auth's terms: `code` is what auth-js offers as `error.code`. */
export class AuthError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly extra: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

export const refusals = {
  validation: (message: string) => new AuthError(400, "validation_failed", message),
  invalidCredentials: () => new AuthError(400, "invalid_credentials", "Invalid login credentials"),
  notConfirmed: () => new AuthError(400, "email_not_confirmed", "Email not confirmed"),
  banned: (status: number) => new AuthError(status, "user_banned", "User is banned"),
  emailExists: () =>
    new AuthError(422, "email_exists", "A user with this email address has already been registered"),
  userNotFound: () => new AuthError(404, "user_not_found", "User not found"),
  noToken: () => new AuthError(401, "no_authorization", "This endpoint requires a valid Bearer token"),
  badToken: () => new AuthError(403, "bad_jwt", "invalid JWT: unable to parse or verify signature"),
  sessionGone: () =>
    new AuthError(403, "session_not_found", "Session from session_id claim in JWT does not exist"),
  notAdmin: () => new AuthError(403, "not_admin", "User not allowed"),
  linkExpired: () => new AuthError(403, "otp_expired", "Email link is invalid or has expired"),
  codeExpired: () => new AuthError(403, "otp_expired", "Token has expired or is invalid"),
  tooManyMails: (seconds: number) =>
    new AuthError(
      429,
      "over_email_send_rate_limit",
      `For security purposes, you can only request this after ${seconds} seconds.`,
    ),
  tooManyRequests: () => new AuthError(429, "over_request_rate_limit", "Request rate limit reached"),
  disabled: (code: string, message: string) => new AuthError(422, code, message),
  notServed: () => new AuthError(404, "not_found", "This endpoint is not part of the embedded Auth server"),
};
