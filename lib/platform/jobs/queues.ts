/** How often a worker says that it is alive; a job whose worker fell silent for so long goes to another one. */
export const HEARTBEAT_SECONDS = 10;

/**
 * Every queue of the platform. `exclusive` with a key per thing means that one thing is waiting or worked at most
 * once, whoever asks for it and how often.
 */
export const QUEUES = {
  "media-transcode": {
    policy: "exclusive",
    heartbeatSeconds: HEARTBEAT_SECONDS,
    retryLimit: 8,
    retryDelay: 2,
    expireInSeconds: 23 * 3600,
    deleteAfterSeconds: 7 * 24 * 3600,
  },
  "account-deletion": {
    policy: "exclusive",
    heartbeatSeconds: HEARTBEAT_SECONDS,
    retryLimit: 8,
    retryDelay: 2,
    expireInSeconds: 3600,
    deleteAfterSeconds: 24 * 3600,
  },
  "catalogue-premieres": {
    policy: "exclusive",
    heartbeatSeconds: HEARTBEAT_SECONDS,
    retryLimit: 2,
    retryDelay: 10,
    expireInSeconds: 900,
    deleteAfterSeconds: 3600,
  },
} as const;

export type QueueName = keyof typeof QUEUES;
