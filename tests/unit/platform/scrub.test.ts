import { expect, test } from "vitest";
import { scrub } from "@/lib/platform/log/scrub";

test.each([
  ["connect to postgresql://owner:hunter22@db.test/x", "connect to postgresql://[redacted]@db.test/x"],
  ["of ada.b+c@lovelace.test: no", "of [redacted]: no"],
  ["?email=ada%40lovelace.test&a=b", "?email=[redacted]&a=b"],
  ["người@ví-dụ.vn đã", "[redacted] đã"],
  ["jwt eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln!", "jwt [redacted]!"],
  ["authorization: Bearer abc.def-123=", "authorization: Bearer [redacted]"],
  ["/auth/confirm?token_hash=abc123&type=signup", "/auth/confirm?token_hash=[redacted]&type=signup"],
  ["cineverse-session.0=base64-abc; path=/", "cineverse-session.0=[redacted]; path=/"],
  ["3 @ 4, a.b, user@, @host, 50% off", "3 @ 4, a.b, user@, @host, 50% off"],
])("%s", (text, clean) => {
  expect(scrub(text)).toBe(clean);
});

test("a text of a hundred thousand letters is gone through once, not once for each letter", () => {
  const long = "a".repeat(100_000);
  expect(scrub(long)).toBe(long);
});
