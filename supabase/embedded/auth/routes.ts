import { requireService } from "./caller";
import type { AuthAnswer, AuthContext, AuthRequest } from "./context";
import { AuthError, refusals } from "./errors";
import { generateLink, invite } from "./routes/admin-links";
import { changeUser, createUser, deleteUser, listUsers, readUser } from "./routes/admin-users";
import { authorize, followProvider } from "./routes/authorize";
import {
  challengeFactor,
  deleteFactorOf,
  enrolFactor,
  listFactorsOf,
  unenrolFactor,
  verifyFactor,
} from "./routes/factors";
import { requestOtp, requestRecovery, resend } from "./routes/mail-requests";
import { signUp } from "./routes/signup";
import { grantToken } from "./routes/token";
import { getUser, logOut, reauthenticate, updateOwnUser } from "./routes/user";
import { followLink, verify } from "./routes/verify";

type Handler = (context: AuthContext, request: AuthRequest, ...ids: string[]) => Promise<AuthAnswer>;
/** Who may call: everybody, everybody who sends the project's key, or the service alone. */
type Access = "open" | "key" | "service";
export type Route = { method: string; pattern: RegExp; access: Access; handler: Handler };

const ID = "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})";
const route = (method: string, path: string, access: Access, handler: Handler): Route => ({
  method,
  access,
  handler,
  pattern: new RegExp(`^${path.replaceAll(":id", ID)}$`, "i"),
});

const ROUTES: Route[] = [
  route("GET", "/health", "open", health),
  route("GET", "/\\.well-known/jwks\\.json", "open", jwks),
  route("GET", "/verify", "open", followLink),
  route("GET", "/authorize", "open", authorize),
  route("GET", "/callback", "open", followProvider),
  route("GET", "/settings", "key", settings),
  route("POST", "/signup", "key", signUp),
  route("POST", "/token", "key", grantToken),
  route("POST", "/otp", "key", requestOtp),
  route("POST", "/magiclink", "key", requestOtp),
  route("POST", "/recover", "key", requestRecovery),
  route("POST", "/resend", "key", resend),
  route("POST", "/verify", "key", verify),
  route("POST", "/logout", "key", logOut),
  route("GET", "/user", "key", getUser),
  route("PUT", "/user", "key", updateOwnUser),
  route("GET", "/user/identities/authorize", "key", refuseLinking),
  route("DELETE", "/user/identities/:id", "key", refuseLinking),
  route("GET", "/reauthenticate", "key", reauthenticate),
  route("POST", "/factors", "key", enrolFactor),
  route("POST", "/factors/:id/challenge", "key", challengeFactor),
  route("POST", "/factors/:id/verify", "key", verifyFactor),
  route("DELETE", "/factors/:id", "key", unenrolFactor),
  route("POST", "/invite", "service", invite),
  route("POST", "/admin/generate_link", "service", generateLink),
  route("GET", "/admin/users", "service", listUsers),
  route("POST", "/admin/users", "service", createUser),
  route("GET", "/admin/users/:id", "service", readUser),
  route("PUT", "/admin/users/:id", "service", changeUser),
  route("DELETE", "/admin/users/:id", "service", deleteUser),
  route("GET", "/admin/users/:id/factors", "service", listFactorsOf),
  route("DELETE", "/admin/users/:id/factors/:id", "service", deleteFactorOf),
];

export function findRoute(method: string, path: string): { route: Route; ids: string[] } {
  const found = ROUTES.filter(({ pattern }) => pattern.test(path));
  const match = found.find((candidate) => candidate.method === method);
  if (match)
    return { route: match, ids: (match.pattern.exec(path) ?? []).slice(1).map((id) => id.toLowerCase()) };
  throw found.length > 0
    ? new AuthError(405, "method_not_allowed", "Method not allowed")
    : refusals.notServed();
}

export async function runRoute(
  context: AuthContext,
  request: AuthRequest,
  { route, ids }: ReturnType<typeof findRoute>,
) {
  if (route.access === "service") await requireService(context, request);
  return route.handler(context, request, ...ids);
}

async function health({ sql }: AuthContext): Promise<AuthAnswer> {
  await sql`select 1`;
  return {
    status: 200,
    body: { version: "embedded", name: "GoTrue", description: "Embedded Auth of CineVerse" },
  };
}

async function jwks({ tokens }: AuthContext): Promise<AuthAnswer> {
  return { status: 200, body: tokens.jwks, headers: { "cache-control": "public, max-age=600" } };
}

const PROVIDERS = [
  "apple",
  "azure",
  "bitbucket",
  "discord",
  "facebook",
  "figma",
  "github",
  "gitlab",
  "google",
].concat([
  "kakao",
  "keycloak",
  "linkedin_oidc",
  "notion",
  "slack_oidc",
  "spotify",
  "twitch",
  "twitter",
  "workos",
  "zoom",
]);

/** GET /settings: what is configured is on, the other names that hosted knows are off. */
async function settings(context: AuthContext): Promise<AuthAnswer> {
  const external = { anonymous_users: false, email: true, phone: false };
  return {
    status: 200,
    body: {
      external: {
        ...external,
        ...offered(PROVIDERS, false),
        ...offered(Object.keys(context.settings.openIdProviders), true),
      },
      disable_signup: context.settings.isSignupDisabled,
      mailer_autoconfirm: false,
      phone_autoconfirm: false,
      sms_provider: "",
      saml_enabled: false,
    },
  };
}

const offered = (names: string[], isOn: boolean) => Object.fromEntries(names.map((name) => [name, isOn]));

async function refuseLinking(): Promise<AuthAnswer> {
  throw new AuthError(404, "manual_linking_disabled", "Manual linking is disabled");
}
