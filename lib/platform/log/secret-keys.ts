/** Values under these names never reach a log. */
export const SECRET_KEYS = [
  "password",
  "currentPassword",
  "newPassword",
  "pin",
  "token",
  "token_hash",
  "access_token",
  "refresh_token",
  "authorization",
  "cookie",
  "set-cookie",
  "apikey",
  "email",
];

export const CENSORED = "[redacted]";
