import type { z } from "zod";
import { chooseLocale, LOCALE_COOKIE } from "@/lib/i18n/config";
import { createContext, requireUserContext, requireViewerContext } from "@/lib/platform/auth/context";
import { countryOf } from "@/lib/platform/auth/country";
import type { Role } from "@/lib/platform/auth/household";
import { requireRole } from "@/lib/platform/auth/roles";
import type { AudienceContext, UserContext, ViewerContext } from "@/lib/platform/auth/types";
import { type DeadlineClass, inTime, withDeadline } from "@/lib/platform/deadlines";
import { AppError, toErrorResponse } from "@/lib/platform/errors";
import { readMark } from "@/lib/platform/gate/mark";
import { clientKey } from "@/lib/platform/http/client-address";
import { formRefused, isNativeForm } from "@/lib/platform/http/forms";
import { answerOnce } from "@/lib/platform/http/idempotency";
import { parseWith, readBody, readQuery } from "@/lib/platform/http/parse";
import { RequestJar } from "@/lib/platform/http/request-jar";
import { requireSameOrigin } from "@/lib/platform/http/same-origin";
import { requestIsKnown } from "@/lib/platform/log/request";
import { rateLimitClassOf } from "@/lib/platform/rate-limits/classes";
import { limitHeaders, requireWithinLimit } from "@/lib/platform/rate-limits/count";

type Spec<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> = {
  params?: Params;
  query?: Query;
  body?: Body;
  /** How long an answer may take; as the class that counts it (rate-limits/classes.ts) where nothing is said. */
  deadline?: DeadlineClass;
  /** Under an Idempotency-Key of its sender it is done once. For writes of somebody signed in. */
  idempotent?: true;
};

type Input<Context, Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> = {
  request: Request;
  ctx: Context;
  params: z.output<Params>;
  query: z.output<Query>;
  body: z.output<Body>;
  cookies: RequestJar;
  requestId: string;
};

type Segment = { params: Promise<Record<string, string | string[] | undefined>> };
type RouteHandler = (request: Request, segment?: Segment) => Promise<Response>;
type Guard<Context> = (ctx: AudienceContext) => Context | Promise<Context>;

/** The one order of every route: same origin (writes), who, rate limit, parse, handler. */
function createRoute<Context extends AudienceContext>(guard: Guard<Context>) {
  return function route<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
    spec: Spec<Params, Query, Body>,
    handle: (input: Input<Context, Params, Query, Body>) => Response | Promise<Response>,
  ): RouteHandler {
    return (request, segment) => {
      const limit = rateLimitClassOf(request.method, new URL(request.url).pathname);
      return withDeadline(spec.deadline ?? limit ?? "api", async () => {
        const mark = await readMark(request.headers);
        const requestId = mark?.requestId ?? crypto.randomUUID();
        requestIsKnown(requestId);
        let counted: Record<string, string> = {};
        const cookies = new RequestJar(request);
        const copy = isNativeForm(request) ? request.clone() : null;
        const locale = chooseLocale(cookies.get(LOCALE_COOKIE), request.headers.get("accept-language"));
        const respond = async () => {
          requireSameOrigin(request);
          const country = countryOf(request.headers);
          const ctx = await guard(await createContext({ jar: cookies, locale, country }));
          // Not again where the gate has counted it.
          if (limit && mark?.limit !== limit)
            counted = limitHeaders(
              await requireWithinLimit(limit, ctx.user?.id ?? (await clientKey(request.headers))),
            );
          const input = await parseInput(spec, request, segment);
          const run = () => handle({ ...input, request, ctx, cookies, requestId });
          return spec.idempotent ? answerOnce(request, ctx, input, run) : run();
        };
        try {
          return await finish(await inTime(respond()), { cookies, requestId, counted });
        } catch (error) {
          const answer = toErrorResponse(error, { requestId, locale });
          const refused = copy ? await formRefused(request, copy, answer, cookies) : answer;
          return await finish(refused, { cookies, requestId, counted });
        }
      });
    };
  };
}

async function parseInput<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  { params, query, body }: Spec<Params, Query, Body>,
  request: Request,
  segment: Segment | undefined,
) {
  return {
    params: (params ? parseParams(params, await segment?.params) : undefined) as z.output<Params>,
    query: (query ? parseWith(query, readQuery(request)) : undefined) as z.output<Query>,
    body: (body ? parseWith(body, await readBody(request)) : undefined) as z.output<Body>,
  };
}

/** An address that cannot exist is not found, whatever is wrong with it. */
function parseParams<Schema extends z.ZodType>(schema: Schema, params: unknown): z.output<Schema> {
  const result = schema.safeParse(params ?? {});
  if (!result.success) throw new AppError("NOT_FOUND", "platform.errors.notFound");
  return result.data;
}

type Finish = { cookies: RequestJar; requestId: string; counted: Record<string, string> };

/** Answers depend on who asks, so nothing in between may keep them; a public route may say otherwise. */
async function finish(response: Response, { cookies, requestId, counted }: Finish): Promise<Response> {
  const headers = new Headers(response.headers);
  if (!headers.has("cache-control")) headers.set("cache-control", "private, no-store");
  headers.set("x-request-id", requestId);
  for (const [name, value] of Object.entries(counted)) if (!headers.has(name)) headers.set(name, value);
  cookies.writeTo(headers);
  const body = isWhole(headers) ? await response.arrayBuffer() : response.body;
  // Next.js compresses whatever does not say that it is small.
  if (body instanceof ArrayBuffer && body.byteLength > 0)
    headers.set("content-length", String(body.byteLength));
  return new Response(body, { status: response.status, statusText: response.statusText, headers });
}

/** A download is sent as it is made; any other JSON is there when its answer is. */
function isWhole(headers: Headers): boolean {
  return (
    headers.get("content-type")?.startsWith("application/json") === true &&
    !headers.has("content-disposition")
  );
}

/** Anybody may call it; `ctx.user` is null for visitors. */
export const publicRoute = createRoute<AudienceContext>((ctx) => ctx);

/** Somebody with an account, whoever of the household it is. */
export const userRoute = createRoute<UserContext>(requireUserContext);

/** Somebody with an account and an active viewer. */
export const viewerRoute = createRoute<ViewerContext>(requireViewerContext);

/** Somebody whose role, read fresh from the database, is one of these. */
export function staffRoute(...roles: Role[]) {
  return createRoute<UserContext>((ctx) => requireRole(requireUserContext(ctx), roles));
}
