import { z } from "zod";

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** What a provider sends passes through its address: only a test on this machine may go without TLS. */
function isSafe(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" || LOOPBACK.test(hostname);
}

const provider = z.object({
  issuer: z
    .url({ protocol: /^https?$/ })
    .refine(isSafe, "must be https")
    .transform((address) => address.replace(/\/$/, "")),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
});

export type OpenIdProvider = z.output<typeof provider>;
export type OpenIdProviders = Record<string, OpenIdProvider>;

const schema = z
  .string()
  .default("{}")
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom", message: "AUTH_OPENID_PROVIDERS is not JSON" });
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string().regex(/^[a-z_]{2,30}$/), provider));

/** `{"google":{"issuer":"https://accounts.google.com","clientId":"…","clientSecret":"…"}}`; none when it is empty. */
export function readOpenIdProviders(environment: NodeJS.ProcessEnv): OpenIdProviders {
  const result = schema.safeParse(environment.AUTH_OPENID_PROVIDERS || undefined);
  if (result.success) return result.data;
  throw new Error(`AUTH_OPENID_PROVIDERS cannot be read: ${z.prettifyError(result.error)}`);
}
