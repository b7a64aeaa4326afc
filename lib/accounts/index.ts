// What other domains may use of accounts.
export { canManageHousehold } from "@/lib/accounts/policy";
export { getPublicProfile, type PublicProfile } from "@/lib/accounts/profile";
