import { DELETION_DAYS } from "@/lib/accounts/limits";

const DAY_MS = 86_400_000;

/** The first moment at which an account that asked at `requestedAt` may be gone. */
export function deletionDate(requestedAt: string): Date {
  return new Date(Date.parse(requestedAt) + DELETION_DAYS * DAY_MS);
}
