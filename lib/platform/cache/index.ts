export { type CacheAudience, cacheKeys } from "@/lib/platform/cache/keys";
export { CACHE_SECONDS } from "@/lib/platform/cache/lifetimes";
export { forget } from "@/lib/platform/cache/owed";
export { type CacheOptions, cached } from "@/lib/platform/cache/read-through";
export { type CacheTag, cacheTags } from "@/lib/platform/cache/tags";
