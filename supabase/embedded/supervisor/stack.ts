import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { createTokens } from "../tokens";
import { migrate, prepareDatabase, untilDatabaseAnswers } from "./database";
import { applicationVariables, superuserUrl, type Variables, writeVariables } from "./environment";
import { type Layout, ROOT } from "./layout";
import { say } from "./say";
import { loadSecrets } from "./secrets";
import { endingWithParent, typescript } from "./service";
import type { Supervisor } from "./supervisor";

/** Starts every embedded service and brings the database up to date; answers what the application needs. */
export async function startStack(layout: Layout, supervisor: Supervisor): Promise<Variables> {
  const { dataFolder, ports } = layout;
  mkdirSync(dataFolder, { recursive: true });
  const secrets = loadSecrets(dataFolder);
  const variables = applicationVariables(layout, secrets, await createTokens(dataFolder));
  const superuser = superuserUrl(layout, secrets);
  const common = { ...process.env, ...variables };

  const isFirst = !existsSync(path.join(dataFolder, "postgres"));
  await say.step(isFirst ? "Making the database" : "Starting the database", async () => {
    supervisor.add("postgres", typescript("supabase/embedded/postgres/main.ts"), {
      ...common,
      POSTGRES_PORT: String(ports.postgres),
      POSTGRES_PASSWORD: secrets.superuserPassword,
    });
    await supervisor.unlessFailing("postgres", untilDatabaseAnswers(superuser));
    await prepareDatabase(superuser, secrets.databasePassword);
  });
  await say.step("Applying migrations", () => migrate(variables.DATABASE_URL ?? ""));

  const serviceVariables = { ...common, DATABASE_URL: superuser };
  const services = [
    { name: "redis", port: ports.redis },
    { name: "mail", port: ports.mail },
    { name: "gateway", port: ports.gateway },
  ];
  await say.step("Starting Supabase, Redis and the mail catcher", async () => {
    for (const { name, port } of services) {
      const file = `supabase/embedded/${name}/main.ts`;
      if (existsSync(path.join(ROOT, file)))
        supervisor.add(name, endingWithParent(typescript(file)), serviceVariables, { port });
    }
    await supervisor.untilReady();
  });
  writeVariables(layout, variables);
  return variables;
}
