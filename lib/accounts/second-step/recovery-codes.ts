import { createHash, randomBytes } from "node:crypto";
import { RECOVERY_CODE_CHARACTERS, RECOVERY_CODES } from "@/lib/accounts/limits";
import { storeRecoveryCodes } from "@/lib/accounts/vault";

/** Crockford's: no letter that is taken for a digit. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** Ten new codes of 80 bits; those before are void. They are shown once and kept as digests. */
export async function renewRecoveryCodes(userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newCode);
  await storeRecoveryCodes(userId, codes.map(hashRecoveryCode));
  return codes;
}

function newCode(): string {
  const letters = [...randomBytes(RECOVERY_CODE_CHARACTERS)].map((byte) => ALPHABET[byte % 32]);
  return letters.join("").replace(/(.{4})(?=.)/g, "$1-");
}

/** Case, spaces and hyphens do not count, nor the letters that people read for digits. */
export function hashRecoveryCode(typed: string): string {
  const plain = typed
    .toLowerCase()
    .replace(/[^0-9a-z]/g, "")
    .replaceAll("o", "0")
    .replace(/[il]/g, "1");
  return createHash("sha256").update(plain).digest("hex");
}
