import { beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { AppError, fromPostgrest, fromZod, invalid, toErrorResponse } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { stubEnvironment } from "./stub-env";

vi.mock("@/lib/platform/log", () => ({ log: { error: vi.fn() } }));

beforeEach(stubEnvironment);

const answer = async (error: unknown, locale: "en" | "vi" = "en") => {
  const response = toErrorResponse(error, { requestId: "r-1", locale });
  return { status: response.status, headers: response.headers, ...(await response.json()) };
};

describe("what people are told when something fails", () => {
  test("an unknown error tells its number and nothing else", async () => {
    const { status, error } = await answer(new Error("password=hunter2 at 10.0.0.7"));
    expect(status).toBe(500);
    expect(log.error).toHaveBeenCalledWith(expect.objectContaining({ requestId: "r-1" }), expect.anything());
    expect(error).toEqual({ code: "INTERNAL", message: expect.stringContaining("r-1"), requestId: "r-1" });
    expect(JSON.stringify(error)).not.toMatch(/hunter2|10\.0\.0\.7/);
  });

  test("every message is in the person's language", async () => {
    const { error } = await answer(new AppError("NOT_FOUND", "platform.errors.notFound"), "vi");
    expect(error.message).toContain("không tìm thấy");
  });

  test("fields say what is wrong with them", async () => {
    const { status, error } = await answer(invalid({ email: "accounts.problems.email" }));
    expect(status).toBe(400);
    expect(error.details.fields.email).toBe("Enter an address like name@example.com.");
  });

  const wrong = z.object({ age: z.number() }).safeParse({ age: "x" }).error ?? new z.ZodError([]);

  test("a schema's own words never reach the page", async () => {
    const { error } = await answer(fromZod(wrong));
    expect(error.details.fields).toEqual({ age: "Check this one again." });
  });

  test("an answer of a service that cannot be read is not the mistake of who asked", async () => {
    const { status, error } = await answer(wrong);
    expect([status, error.code]).toEqual([500, "INTERNAL"]);
  });

  test("too many requests say when to come back", async () => {
    const tooMany = new AppError("TOO_MANY_REQUESTS", "platform.errors.tooManyRequests", {
      values: { seconds: 1 },
      headers: { "retry-after": "1" },
    });
    const { status, headers, error } = await answer(tooMany);
    expect([status, headers.get("retry-after"), error.message]).toEqual([
      429,
      "1",
      "That was a lot at once. Wait 1 second and try again.",
    ]);
  });

  test.each([
    ["23505", "CONFLICT"],
    ["23503", "NOT_FOUND"],
    ["23514", "INVALID"],
    ["22P02", "INVALID"],
    ["42501", "FORBIDDEN"],
    ["PGRST116", "NOT_FOUND"],
    ["XX000", "INTERNAL"],
    ["57014", "UNAVAILABLE"],
    ["57P01", "UNAVAILABLE"],
    ["08006", "UNAVAILABLE"],
    ["40P01", "UNAVAILABLE"],
    ["PGRST000", "UNAVAILABLE"],
    ["", "UNAVAILABLE"],
  ])("Postgres %s becomes %s", (code, expected) => {
    expect(fromPostgrest({ code, message: "secret table" }).code).toBe(expected);
  });
});
