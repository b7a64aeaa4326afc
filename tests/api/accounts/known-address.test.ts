import { beforeEach, describe, expect, test } from "vitest";
import { POST as forgotPassword } from "@/app/api/auth/forgot-password/route";
import { POST as magicLink } from "@/app/api/auth/magic-link/route";
import { Browser } from "../../fixtures/browser";
import { newAddress, person } from "../../fixtures/supabase";

describe.each([
  ["a forgotten password", forgotPassword],
  ["a link to sign in", magicLink],
])("asking for %s", (_, route) => {
  let known: string;
  beforeEach(async () => {
    known = (await person()).email;
  });

  async function ask(email: string) {
    const startedAt = performance.now();
    const { status, body } = await new Browser().call(route, { body: { email } });
    return { answer: [status, body], milliseconds: performance.now() - startedAt };
  }

  test("takes as long for an address that nobody has, and is answered alike", async () => {
    const [theirs, nobodys] = [await ask(known), await ask(newAddress())];
    expect(theirs.answer).toEqual(nobodys.answer);
    // A mail takes about ten times as long as none; half of the pace leaves room for a busy machine.
    expect(Math.abs(theirs.milliseconds - nobodys.milliseconds)).toBeLessThan(250);
    expect(Math.min(theirs.milliseconds, nobodys.milliseconds)).toBeGreaterThan(450);
  });

  test("again, within the pause between two mails, is answered like the first time", async () => {
    const [first, second] = [await ask(known), await ask(known)];
    expect(second.answer).toEqual(first.answer);
  });
});
