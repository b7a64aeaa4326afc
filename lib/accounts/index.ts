// What other domains may use of accounts.
export { describeDevice, deviceFamilies, deviceKind } from "@/lib/accounts/device-name";
export { canManageHousehold } from "@/lib/accounts/policy";
export { getPublicProfile, type PublicProfile } from "@/lib/accounts/profile";
