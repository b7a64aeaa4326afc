/** Values in Postgres' text form. A column that is absent was not in the log: unchanged TOAST, or outside the key. */
export type Tuple = { [column: string]: string | null };

export type Action = "INSERT" | "UPDATE" | "DELETE";

/** One row's change as the log tells it. */
export type Change = {
  /** Its place in the log since the server started. */
  position: number;
  relationOid: number;
  schema: string;
  table: string;
  action: Action;
  committedAt: string;
  after: Tuple | null;
  before: Tuple | null;
};
