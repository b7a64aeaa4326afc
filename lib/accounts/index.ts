// What other domains may use of accounts.
export { describeDevice } from "@/lib/accounts/device-name";
export { canManageHousehold } from "@/lib/accounts/policy";
export { getPublicProfile, type PublicProfile } from "@/lib/accounts/profile";
