/** An error with the words that Redis itself would use. */
export class RedisError extends Error {}
