import { hash, verify } from "@node-rs/bcrypt";
import { AuthError, refusals } from "./errors";

const COST = 10;
const MIN_LENGTH = 8;
/** Bcrypt reads no further. */
const MAX_BYTES = 72;

/** The hash of "no password at all": comparing with it takes as long as with a real one. */
let nobody: Promise<string> | undefined;

export function requireGoodPassword(password: string): void {
  if (Buffer.byteLength(password) > MAX_BYTES) {
    throw new AuthError(422, "validation_failed", "Password cannot be longer than 72 characters");
  }
  if ([...password].length >= MIN_LENGTH) return;
  throw new AuthError(422, "weak_password", `Password should be at least ${MIN_LENGTH} characters.`, {
    weak_password: { reasons: ["length"] },
  });
}

export const hashPassword = (password: string): Promise<string> => hash(password, { cost: COST });

/** Takes the same time whether or not there is such a user. */
export async function passwordMatches(password: string, stored: string | null | undefined): Promise<boolean> {
  nobody ??= hashPassword("");
  const isSame = await verify(password, stored || (await nobody)).catch(() => false);
  return Boolean(stored) && isSame && Buffer.byteLength(password) <= MAX_BYTES;
}

/** A hash made elsewhere, as `admin.createUser({ password_hash })` takes it. */
export function requireBcryptHash(text: string): void {
  if (!/^\$2[aby]\$\d{2}\$[./A-Za-z0-9]{53}$/.test(text)) {
    throw refusals.validation("password_hash is not a bcrypt hash");
  }
}
