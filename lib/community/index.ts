export { unreadOf } from "@/lib/community/notifications/policy";
