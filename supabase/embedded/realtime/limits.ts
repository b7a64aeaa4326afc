// What one subscriber may ask of the server. The numbers are those of a hosted project of the Pro plan where it
// publishes one.

export const MAX_SOCKETS = 2_000;
export const MAX_CHANNELS_PER_SOCKET = 100;
export const MAX_JOINS_PER_SECOND = 100;
export const MAX_EVENTS_PER_SECOND = 500;
export const MAX_MALFORMED_FRAMES = 10;
/** Requests of one channel that wait for the database at once. */
export const MAX_WAITING_EVENTS = 200;

/** A larger frame ends the connection; a larger message is refused with an answer. */
export const MAX_FRAME_BYTES = 4 * 1024 * 1024;
export const MAX_MESSAGE_BYTES = 3_000_000;
export const MAX_PRESENCE_BYTES = 64 * 1024;
export const MAX_TOPIC_LENGTH = 255;
export const MAX_BATCH_MESSAGES = 100;

/** A consumer that has let this much pile up is cut off: it reconnects, and the others are not held up. */
export const MAX_UNSENT_BYTES = 16 * 1024 * 1024;
export const SILENCE_BEFORE_CLOSE_MS = 60_000;

export const MAX_BINDINGS_PER_CHANNEL = 50;
export const MAX_FILTER_CONDITIONS = 10;
export const MAX_FILTER_LENGTH = 8_000;
export const MAX_IN_VALUES = 100;
/** Larger records arrive with their small columns only and "Error 413: Payload Too Large". */
export const MAX_RECORD_BYTES = 1024 * 1024;
export const SMALL_COLUMN_BYTES = 64;

export const CHANGES_PER_BATCH = 500;
/** Reading from the database pauses above this many undecided changes. */
export const MAX_QUEUED_CHANGES = 5_000;
/** A subscriber whose checks fall this far behind is disconnected. */
export const MAX_LANE_BACKLOG = 20_000;
export const QUERY_TIMEOUT_MS = 3_000;

export const DEFAULT_SUBSCRIBE_WAIT_MS = 15_000;
export const MAX_SUBSCRIBE_WAIT_MS = 20_000;
export const MAX_REPLAYED_MESSAGES = 25;
export const MESSAGES_KEPT_HOURS = 72;
