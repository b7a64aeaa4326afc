import "server-only";
import { headers } from "next/headers";

/** What lets a script of this page run; the middleware has put it into the policy. */
export async function getNonce(): Promise<string | undefined> {
  const policy = (await headers()).get("content-security-policy") ?? "";
  return /'nonce-([^']+)'/.exec(policy)?.[1];
}
