import type { Sql, TransactionSql } from "postgres";
import type { Tokens } from "../tokens";
import type { Limits } from "./limits";
import type { Mailer } from "./mails/mailer";
import type { AuthSettings } from "./settings";

export type AuthContext = {
  sql: Sql;
  tokens: Tokens;
  settings: AuthSettings;
  mailer: Mailer;
  limits: Limits;
};

/** A client inside or outside of a transaction. */
export type Db = Sql | TransactionSql;

export type AuthRequest = {
  query: URLSearchParams;
  body: Record<string, unknown>;
  bearer: string | undefined;
  userAgent: string | null;
  ip: string | null;
};

export type AuthAnswer = { status: number; body?: unknown; headers?: Record<string, string> };
