import { AppError } from "@/lib/platform/errors";
import type { Verdict } from "@/lib/playback/policy";
import type { OtherStream } from "@/lib/playback/schema";

type Refused = Extract<Verdict, { isAllowed: false }>;

/** The policy's no, as what people read. */
export function refusal(verdict: Refused): AppError {
  if (verdict.reason === "not-ready") {
    return new AppError("CONFLICT", "playback.errors.notReady", { details: { reason: "not-ready" } });
  }
  const { neededPlan } = verdict;
  return new AppError("PLAN_REQUIRED", neededPlan ? "playback.errors.plan" : "playback.errors.noPlan", {
    ...(neededPlan && { values: { plan: neededPlan.name } }),
    details: { reason: "plan", plan: neededPlan },
  });
}

export function tooManyStreams(streams: OtherStream[]): AppError {
  return new AppError("LIMIT_REACHED", "playback.errors.streams", {
    values: { count: streams.length },
    details: { reason: "streams", streams },
  });
}

/** The stream is of the same household, so that it is there is no secret. */
export function handedOver(): AppError {
  return new AppError("NOT_FOUND", "playback.errors.viewer", { details: { reason: "viewer" } });
}

/** The same answer for a stream that ended, that is somebody else's, and that never was. */
export function ended(): AppError {
  return new AppError("NOT_FOUND", "playback.errors.ended", { details: { reason: "ended" } });
}
