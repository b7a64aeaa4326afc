import { watchers } from "@/lib/platform/env";
import { speakJson } from "@/lib/platform/watch/speak-json";
import { watchRequests } from "@/lib/platform/watch/watch-requests";

/** Runs once in each server, before its first request. What sends traces and errors is loaded only where it is asked for. */
export async function register(): Promise<void> {
  speakJson();
  watchRequests();
  const { traces, errors } = watchers();
  if (traces) await (await import("@/lib/platform/watch/send-traces")).sendTraces();
  if (errors) await (await import("@/lib/platform/watch/send-errors")).sendErrors(errors);
}
