import type { Sql } from "postgres";
import type { Blobs } from "./blobs";
import type { StorageTokens } from "./caller";
import type { CurrentObjects } from "./current-objects";
import type { HotRanges } from "./hot-ranges";
import type { OpenFiles } from "./open-files";

/** What every part of the Storage API works with. */
export type StorageContext = {
  sql: Sql;
  blobs: Blobs;
  files: OpenFiles;
  hot: HotRanges;
  tokens: StorageTokens;
  current: CurrentObjects;
};

export type ObjectMetadata = {
  eTag: string;
  size: number;
  mimetype: string;
  cacheControl: string;
  lastModified: string;
  contentLength: number;
  httpStatusCode: number;
  contentEncoding?: string;
};

export type ObjectRow = {
  id: string;
  bucket_id: string;
  name: string;
  version: string;
  metadata: ObjectMetadata;
  user_metadata: Record<string, unknown> | null;
  created_at: Date;
  updated_at: Date;
};

export type ObjectName = { bucketId: string; name: string };

/** Clients may be set up to leave json unparsed; both kinds are understood. */
export function fromJson<T>(value: unknown): T {
  return (typeof value === "string" ? JSON.parse(value) : value) as T;
}

export function toObjectRow(row: Record<string, unknown>): ObjectRow {
  return {
    ...row,
    metadata: fromJson(row.metadata),
    user_metadata: fromJson(row.user_metadata),
    created_at: new Date(row.created_at as string),
    updated_at: new Date(row.updated_at as string),
  } as ObjectRow;
}
