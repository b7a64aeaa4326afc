// Each thing that can be wrong with a machine has its own exit code, so that scripts can tell them apart.
export const EXIT = {
  usage: 2,
  oldNode: 10,
  readOnlyFolder: 11,
  installFailed: 12,
  noNode: 13,
  alreadyRunning: 14,
  notOurFolder: 15,
  notRunning: 16,
  noNetwork: 17,
  diskFull: 18,
  sitePort: 20,
  gatewayPort: 21,
  postgresPort: 22,
  redisPort: 23,
  smtpPort: 24,
  mailPort: 25,
  badPort: 26,
  refusedInProduction: 30,
  noFfmpeg: 31,
  noBrowser: 32,
};

/** An end with a sentence for the person at the terminal instead of a stack trace. */
export class Failure extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

export function fail(code, message) {
  throw new Failure(code, message);
}
