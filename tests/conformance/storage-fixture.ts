import { randomBytes, randomUUID } from "node:crypto";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import postgres from "postgres";
import { afterAll } from "vitest";

/** Same names for the embedded stack and for a hosted project. */
const {
  SUPABASE_URL = "",
  SUPABASE_PUBLISHABLE_KEY = "",
  SUPABASE_SECRET_KEY = "",
  DATABASE_URL = "",
} = process.env;
const OPTIONS = { auth: { persistSession: false, autoRefreshToken: false } };

export const isEmbedded = process.env.CINEVERSE_EMBEDDED === "1";
export const storageUrl = `${SUPABASE_URL}/storage/v1`;
export const publishableKey = SUPABASE_PUBLISHABLE_KEY;
export const secretKey = SUPABASE_SECRET_KEY;
export const service = createClient(SUPABASE_URL, SUPABASE_SECRET_KEY, OPTIONS);
export const visitor = createClient(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, OPTIONS);

const sql = postgres(DATABASE_URL, { max: 1, onnotice: () => {} });
const undo: (() => Promise<unknown>)[] = [];

afterAll(async () => {
  for (const step of undo.toReversed()) await step();
  await sql.end();
});

export type Person = { id: string; token: string; client: SupabaseClient };

/** A signed-in person of this test's own. */
export async function person(): Promise<Person> {
  const email = `storage-${randomUUID()}@cineverse.test`;
  const password = randomBytes(12).toString("hex");
  const created = await service.auth.admin.createUser({ email, password, email_confirm: true });
  if (created.error) throw created.error;
  const { id } = created.data.user;
  undo.push(() => service.auth.admin.deleteUser(id));
  const client = createClient(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, OPTIONS);
  const { data, error } = await client.auth.signInWithPassword({ email, password });
  if (error) throw error;
  return { id, token: data.session.access_token, client };
}

type BucketOptions = Parameters<SupabaseClient["storage"]["createBucket"]>[1];

/** A bucket of this test's own, removed with its objects and policies when the file ends. */
export async function bucket(options: BucketOptions = { public: false }): Promise<string> {
  const name = `test-${randomUUID()}`;
  const { error } = await service.storage.createBucket(name, options);
  if (error) throw error;
  undo.push(async () => {
    await service.storage.emptyBucket(name);
    await service.storage.deleteBucket(name);
  });
  return name;
}

type Operation = "select" | "insert" | "update" | "delete";

/** Adds a policy on storage.objects for one bucket; `condition` may use the row's columns. */
export async function allow(
  operation: Operation,
  bucketName: string,
  condition = "true",
  role = "authenticated",
) {
  const policy = `test ${randomUUID()}`;
  const check = `(bucket_id = '${bucketName}' and (${condition}))`;
  const clause = { select: "using", delete: "using", update: "using", insert: "with check" }[operation];
  await sql.unsafe(
    `create policy "${policy}" on storage.objects for ${operation} to ${role} ${clause} ${check}`,
  );
  undo.push(() => sql.unsafe(`drop policy if exists "${policy}" on storage.objects`));
}

/** The usual rule: everybody writes, reads and removes in the folder named after them. */
export async function allowOwnFolder(bucketName: string, operations: Operation[]) {
  for (const operation of operations)
    await allow(operation, bucketName, "(storage.foldername(name))[1] = (select auth.uid())::text");
}

export async function rows(bucketName: string) {
  return await sql<{ name: string; owner_id: string | null; version: string; user_metadata: unknown }[]>`
    select name, owner_id, version, user_metadata from storage.objects where bucket_id = ${bucketName} order by name`;
}

/** Puts an object in place with the service's rights and answers with its bytes. */
export async function put(
  bucketName: string,
  path: string,
  bytes: Buffer | string = randomBytes(1000),
  type?: string,
) {
  const { error } = await service.storage
    .from(bucketName)
    .upload(path, bytes, { contentType: type ?? "application/octet-stream", upsert: true });
  if (error) throw error;
  return Buffer.from(bytes);
}

export async function signedUrl(bucketName: string, path: string, seconds = 60): Promise<string> {
  const { data, error } = await service.storage.from(bucketName).createSignedUrl(path, seconds);
  if (error) throw error;
  return data.signedUrl;
}

/** A request as an attacker or a player sends it, without the SDK. */
export async function raw(path: string, init: RequestInit & { token?: string } = {}) {
  const { token, ...rest } = init;
  const key: Record<string, string> = token
    ? { authorization: `Bearer ${token}`, apikey: publishableKey }
    : {};
  const url = path.startsWith("http") ? path : `${storageUrl}/${path}`;
  return await fetch(url, { ...rest, headers: { ...key, ...(rest.headers as Record<string, string>) } });
}

/** The status of a request whose path arrives exactly as written: `fetch` would resolve `..` first. */
export function verbatim(method: string, path: string, token: string, body = "x"): Promise<number> {
  const { protocol, hostname, port } = new URL(storageUrl);
  const headers = { authorization: `Bearer ${token}`, apikey: publishableKey, "content-type": "text/plain" };
  const request = protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path: `/storage/v1/${path}`, headers }, (answer) => {
      answer.resume();
      answer.once("end", () => resolve(answer.statusCode ?? 0));
    });
    sent.once("error", reject);
    sent.end(method === "GET" ? undefined : body);
  });
}

export async function bytesOf(blob: Blob | null): Promise<Buffer> {
  return Buffer.from((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
}
