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
