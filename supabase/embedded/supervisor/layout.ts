import path from "node:path";

export const ROOT = path.resolve(import.meta.dirname, "..", "..", "..");

export type Layout = {
  dataFolder: string;
  ports: { site: number; gateway: number; postgres: number; redis: number; smtp: number; mail: number };
};

/** Every port follows from PORT and every file from CINEVERSE_DATA, so copies run side by side. */
export function readLayout(environment: NodeJS.ProcessEnv): Layout {
  const site = Number(environment.PORT ?? 3000);
  return {
    dataFolder: path.resolve(ROOT, environment.CINEVERSE_DATA ?? ".data"),
    ports: { site, gateway: site + 1, postgres: site + 2, redis: site + 3, smtp: site + 4, mail: site + 5 },
  };
}
