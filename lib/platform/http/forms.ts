import { z } from "zod";
import type { MessageKey } from "@/lib/i18n/messages";
import { translate } from "@/lib/i18n/translate";
import { safeNextPath } from "@/lib/platform/auth/gates";
import type { AudienceContext } from "@/lib/platform/auth/types";
import type { ErrorBody } from "@/lib/platform/errors";
import { isForm, readBody } from "@/lib/platform/http/parse";
import type { RequestJar } from "@/lib/platform/http/request-jar";
import { cookieDefaults } from "@/lib/platform/supabase/cookies";

export const FLASH_COOKIE = "cineverse-form";
const FLASH_SECONDS = 60;
/** As it is sent, where a letter takes up to nine characters; browsers drop a cookie of more than 4,096. */
const FLASH_CHARACTERS = 3_500;
const NEVER_KEPT = /password|pin|token/i;

/** What a form that was posted without JavaScript is told on the page it returns to. */
export const flashSchema = z.object({
  action: z.string(),
  message: z.string(),
  isError: z.boolean(),
  fields: z.record(z.string(), z.string()),
  values: z.record(z.string(), z.string()),
});
export type Flash = z.output<typeof flashSchema>;

/** A browser that posts a form itself shows what it gets: it needs a page, not JSON. */
export function isNativeForm(request: Request): boolean {
  const accepts = request.headers.get("accept") ?? "";
  return isForm(request.headers.get("content-type") ?? "") && accepts.includes("text/html");
}

type Done = { next?: string; notice?: MessageKey };

/** The answer to a form that succeeded: where to go and what to say, as JSON or as a redirect. */
export function formDone(
  { request, ctx, cookies }: { request: Request; ctx: AudienceContext; cookies: RequestJar },
  { next, notice }: Done,
): Response {
  const message = notice ? translate(ctx.viewer.locale, notice) : undefined;
  if (!isNativeForm(request)) return Response.json({ next, notice: message });
  if (message) setFlash(cookies, request, { message, isError: false, fields: {}, values: {} });
  return seeOther(next ?? pathOfReferer(request));
}

/** Sends the browser back to the form, with the problem and with what was typed (never a password). */
export async function formRefused(
  request: Request,
  copy: Request,
  answer: Response,
  cookies: RequestJar,
): Promise<Response> {
  const { error } = (await answer.json()) as ErrorBody;
  const body = await readBody(copy).catch(() => ({}));
  const fields = z.record(z.string(), z.string()).catch({}).parse(error.details?.fields);
  setFlash(cookies, request, { message: error.message, isError: true, fields, values: keepable(body) });
  return seeOther(pathOfReferer(request));
}

export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}

/** What does not fit into a cookie is left out: what was typed first, then what is wrong with which field. */
export function setFlash(cookies: RequestJar, request: Request, flash: Omit<Flash, "action">): void {
  const whole: Flash = { action: new URL(request.url).pathname, ...flash };
  const fitting = [whole, { ...whole, values: {} }, { ...whole, values: {}, fields: {} }]
    .map((one) => JSON.stringify(one))
    .find((value) => encodeURIComponent(value).length <= FLASH_CHARACTERS);
  if (fitting) cookies.set(FLASH_COOKIE, fitting, { ...cookieDefaults(), maxAge: FLASH_SECONDS });
}

function keepable(body: unknown): Record<string, string> {
  const entries = Object.entries(z.record(z.string(), z.unknown()).catch({}).parse(body));
  return Object.fromEntries(
    entries.flatMap(([name, value]) =>
      typeof value === "string" && !NEVER_KEPT.test(name) ? [[name, value]] : [],
    ),
  );
}

function pathOfReferer(request: Request): string {
  const referer = request.headers.get("referer");
  if (!referer || !URL.canParse(referer)) return "/";
  const { pathname, search } = new URL(referer);
  return safeNextPath(pathname + search);
}
