import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const secretsSchema = z.object({
  superuserPassword: z.string(),
  databasePassword: z.string(),
  redisToken: z.string(),
  cookieSecret: z.string(),
  cronSecret: z.string(),
});

export type Secrets = z.infer<typeof secretsSchema>;

/** This state folder's own secrets, made on its first start. */
export function loadSecrets(dataFolder: string): Secrets {
  const file = path.join(dataFolder, "secrets.json");
  if (existsSync(file)) return secretsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  const secret = () => randomBytes(32).toString("hex");
  const secrets: Secrets = {
    superuserPassword: secret(),
    databasePassword: secret(),
    redisToken: secret(),
    cookieSecret: secret(),
    cronSecret: secret(),
  };
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}
