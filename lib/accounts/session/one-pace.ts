import { setTimeout as wait } from "node:timers/promises";
import { after } from "next/server";
import { log } from "@/lib/platform/log";

/** Longer than it takes to find out that nobody has an address, and mostly than to send a mail to who has it. */
const ANSWER_AFTER_MS = 500;

/**
 * Answers after the same time however long the work takes, so that the time does not tell who has an account. What is
 * not done by then goes on behind the answer.
 */
export async function atOnePace(work: Promise<void>): Promise<void> {
  let failure: { error: unknown } | undefined;
  let isAnswered = false;
  const settled = work.catch((error: unknown) => {
    failure = { error };
    if (isAnswered) log.error({ err: error }, "a mail was not sent after its answer");
  });
  keepRunning(settled);
  await wait(ANSWER_AFTER_MS);
  isAnswered = true;
  if (failure) throw failure.error;
}

/** A serverless function is stopped with its answer unless it says so; outside of Next.js nothing stops it. */
function keepRunning(work: Promise<void>): void {
  try {
    after(() => work);
  } catch {
    // Not in a request of Next.js.
  }
}
