// Numbers that the server and the player share; free of zod, so that the player can have them.

/** How long a signed address of storage is good for. */
export const SIGNED_URL_SECONDS = 600;
/** New addresses are given out when the old ones end within this time. */
export const RENEW_BEFORE_SECONDS = 180;
export const HEARTBEAT_SECONDS = 30;
export const PROGRESS_SECONDS = 10;
/** An item is offered again from where it stopped when one of the first two is passed and the third is not. */
export const RESUME_FROM_PERCENT = 5;
export const RESUME_FROM_SECONDS = 60;
export const WATCHED_PERCENT = 90;
/** A film begins with at most this many lines; what the line carries decides after the first seconds. */
export const START_MAXIMUM_HEIGHT = 480;
/** With the data saver on, a picture never has more lines unless somebody asks for them. */
export const SAVER_MAXIMUM_HEIGHT = 480;
