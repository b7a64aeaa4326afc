import { siteUrl, supabaseUrl } from "@/tests/fixtures/supabase";
import type { Answer } from "./entries";

/** What no answer may tell: a stack, a statement, where something lies, or what it is made of. */
const TELLING =
  /\n\s+at |node_modules|\.(ts|tsx|js):\d+|\/(home|work|root|tmp|var)\/|\b(select|insert|update|delete)\b.{1,80}\b(from|into|set)\b|postgres|PGRST|ECONN|stack"/i;

/** What identifies an answer: see `Answer`. */
export async function identify(response: Response): Promise<{ answer: Answer; problems: string[] }> {
  const text = response.headers.get("content-type")?.includes("json") ? await response.text() : "";
  if (!text) await response.body?.cancel();
  const body = readJson(text);
  const code = body.error?.code ?? (typeof body.status === "string" ? body.status : undefined);
  const rest = code ?? placeOf(response);
  return {
    answer: rest ? `${response.status} ${rest}` : String(response.status),
    problems: response.status >= 400 && body.error ? problemsOf(response, text, body.error) : [],
  };
}

type Body = { error?: Record<string, unknown> & { code?: string }; status?: unknown };

function readJson(text: string): Body {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

function placeOf({ headers }: Response): string | undefined {
  const location = headers.get("location");
  if (!location) return undefined;
  if (location.startsWith(`${supabaseUrl}/storage/v1/object/sign/`)) return "signed";
  return location.startsWith(siteUrl) ? location.slice(siteUrl.length) : location;
}

function problemsOf({ headers }: Response, text: string, error: Record<string, unknown>): string[] {
  const { message, requestId } = error;
  return [
    ...(typeof message === "string" && message.length > 5 ? [] : ["says nothing to a person"]),
    ...(typeof requestId === "string" && requestId === headers.get("x-request-id")
      ? []
      : ["has no request id, or two"]),
    ...(headers.get("cache-control") === "private, no-store" ? [] : ["may be kept"]),
    ...(TELLING.test(text) ? [`tells how we are made: ${text.slice(0, 300)}`] : []),
  ];
}
