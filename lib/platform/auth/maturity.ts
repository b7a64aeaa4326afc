export const MATURITY_LEVELS = [0, 7, 12, 16, 18] as const;
export type MaturityLevel = (typeof MATURITY_LEVELS)[number];

export const VISITOR_MATURITY_LIMIT = 16;
/** Also the answer to a missing or forged viewer cookie. */
export const KIDS_MATURITY_LIMIT = 7;
