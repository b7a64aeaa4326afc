/**
 * `input`: the file or the command is wrong, and trying again cannot help.
 * `environment`: the machine lacks something (ffmpeg, disk, a service); later or elsewhere it may work.
 * `stopped`: somebody asked for it.
 */
export type MediaProblem = "input" | "environment" | "stopped";

/** Its message is one plain sentence that says what to do; deployers read it in the terminal and in the asset's row. */
export class MediaError extends Error {
  readonly problem: MediaProblem;

  constructor(problem: MediaProblem, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "MediaError";
    this.problem = problem;
  }
}

export function isInputProblem(error: unknown): error is MediaError {
  return error instanceof MediaError && error.problem === "input";
}

const FULL = ["ENOSPC", "EDQUOT"];

/** Where Node.js itself wrote, or what it called; ffmpeg says it in words (pipeline/tools.ts). */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  return FULL.includes(code ?? "") || (error.cause !== error && isDiskFull(error.cause));
}

export const diskFull = (cause: unknown) =>
  new MediaError("environment", "The disk is full: make room and run it again.", { cause });

/** The sentence for whoever waits for the film; undefined where only the log knows what happened. */
export function reasonOf(error: unknown): string | undefined {
  const known = isDiskFull(error) ? diskFull(error) : error;
  return known instanceof MediaError ? known.message : undefined;
}
