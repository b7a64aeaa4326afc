import { expect, test } from "vitest";
import { hashRecoveryCode } from "@/lib/accounts/second-step/recovery-codes";

test.each(["0a1b-2c3d-4e5f-6g7h", "0A1B 2C3D 4E5F 6G7H", "oaib2c3d4e5f6g7h", " 0a1b–2c3d–4e5f–6g7h "])(
  "%s is the same code however it was typed",
  (typed) => {
    expect(hashRecoveryCode(typed)).toBe(hashRecoveryCode("0a1b2c3d4e5f6g7h"));
  },
);
