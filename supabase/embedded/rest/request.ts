import type { Pool } from "pg";
import type { Preferences } from "./prefer";
import type { Format } from "./respond";
import type { Schema } from "./schema";
import type { Caller, RequestInfo } from "./transaction";

export type RestRequest = {
  method: string;
  /** With the path below /rest/v1. */
  url: URL;
  headers: Record<string, string>;
  body: string;
};

/** What every handler needs besides the request itself. */
export type Context = {
  pool: Pool;
  schema: Schema;
  schemaName: string;
  caller: Caller;
  info: RequestInfo;
  preferences: Preferences;
  format: Format;
};
