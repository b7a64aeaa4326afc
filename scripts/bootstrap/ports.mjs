import { createServer } from "node:net";
import { EXIT, fail } from "./exit.mjs";

const USES = [
  { offset: 0, what: "the site", code: EXIT.sitePort, hosts: [undefined, "127.0.0.1"] },
  { offset: 1, what: "the Supabase gateway", code: EXIT.gatewayPort, hosts: ["127.0.0.1"] },
  { offset: 2, what: "the database", code: EXIT.postgresPort, hosts: ["127.0.0.1"] },
  { offset: 3, what: "Redis", code: EXIT.redisPort, hosts: ["127.0.0.1"] },
  { offset: 4, what: "the mail catcher's SMTP", code: EXIT.smtpPort, hosts: ["127.0.0.1"] },
  { offset: 5, what: "the mail catcher's page", code: EXIT.mailPort, hosts: ["127.0.0.1"] },
];

function tryPort(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(error.code ?? error.message));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

function complain(use, base, problem) {
  const port = base + use.offset;
  const reason = problem === "EACCES" ? "may not be used by you" : "is in use by another program";
  const how = use.offset === 0 ? "" : ` It follows from PORT (${base} + ${use.offset}).`;
  fail(
    use.code,
    `Port ${port}, which ${use.what} needs, ${reason}.${how} Choose another base, for example: PORT=${base + 100} npm start`,
  );
}

/** Fails on the first port that cannot be had, naming its use and the variable that moves it. */
export async function requireFreePorts(base, isSiteOnly) {
  for (const use of isSiteOnly ? USES.slice(0, 1) : USES) {
    for (const host of use.hosts) {
      const problem = await tryPort(base + use.offset, host);
      if (problem && problem !== "EADDRNOTAVAIL" && problem !== "EAFNOSUPPORT") complain(use, base, problem);
    }
  }
}
