// Apart from the schemas, so that a page may know a limit without carrying zod.
export const PASSWORD_MINIMUM = 8;
/** bcrypt reads no more than 72 bytes; a longer one would be cut without a word. */
export const PASSWORD_MAXIMUM = 72;
export const DISPLAY_NAME_MAXIMUM = 100;
export const BIO_MAXIMUM = 500;
export const VIEWER_NAME_MAXIMUM = 50;
export const VIEWERS_MAXIMUM = 5;
export const KIDS_MAXIMUM_MATURITY = 12;
export const RECOVERY_CODES = 10;
export const RECOVERY_CODE_CHARACTERS = 16;
/** How long somebody may change their mind about deleting the account. */
export const DELETION_DAYS = 7;
