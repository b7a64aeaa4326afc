import { beforeEach, describe, expect, test } from "vitest";
import { requireSameOrigin } from "@/lib/platform/http/same-origin";
import { stubEnvironment } from "./stub-env";

beforeEach(stubEnvironment);

const post = (headers: Record<string, string>, method = "POST") =>
  new Request("http://10.0.0.1:3000/api/thing", { method, headers });

describe("writes come from our own pages", () => {
  test("another site's page is refused", () => {
    expect(() =>
      requireSameOrigin(post({ origin: "https://evil.example", host: "cineverse.example" })),
    ).toThrow("crossOrigin");
  });

  test("a write that does not say where it comes from is refused", () => {
    expect(() => requireSameOrigin(post({}))).toThrow("crossOrigin");
  });

  test("an opaque origin is refused", () => {
    expect(() => requireSameOrigin(post({ origin: "null", host: "null" }))).toThrow("crossOrigin");
  });

  test("the site's own address is let through", () => {
    expect(() => requireSameOrigin(post({ origin: "https://cineverse.example" }))).not.toThrow();
  });

  test("the address the browser asked is let through", () => {
    expect(() =>
      requireSameOrigin(post({ origin: "http://127.0.0.1:5000", host: "127.0.0.1:5000" })),
    ).not.toThrow();
  });

  test("reading is never refused", () => {
    expect(() => requireSameOrigin(post({ origin: "https://evil.example" }, "GET"))).not.toThrow();
  });
});
