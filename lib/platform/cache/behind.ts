import { after } from "next/server";

export type Behind = (work: Promise<unknown>) => void;

/** Lets work go on behind the answer: a serverless function is stopped with it unless told; elsewhere nothing stops it. */
export const runBehind: Behind = (work) => {
  try {
    after(() => work);
  } catch {
    // Not in a request of Next.js.
  }
};
