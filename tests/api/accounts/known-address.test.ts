import { beforeEach, describe, expect, test } from "vitest";
import { POST as forgotPassword } from "@/app/api/auth/forgot-password/route";
import { POST as magicLink } from "@/app/api/auth/magic-link/route";
import { Browser } from "../../fixtures/browser";
import { newAddress, person } from "../../fixtures/supabase";

const PAIRS = 8;
const middle = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

describe.each([
  ["a forgotten password", forgotPassword],
  ["a link to sign in", magicLink],
])("asking for %s", (_, route) => {
  let known: string[];
  beforeEach(async () => {
    const people = await Promise.all(Array.from({ length: PAIRS }, () => person()));
    known = people.map(({ email }) => email);
  });

  async function ask(email: string) {
    const startedAt = performance.now();
    const { status, body } = await new Browser().call(route, { body: { email } });
    return { answer: [status, body], milliseconds: performance.now() - startedAt };
  }

  test("takes as long for an address that nobody has, and is answered alike", async () => {
    // All at once and turn by turn: whatever else the machine does, both kinds feel it.
    const answers = await Promise.all(known.flatMap((email) => [ask(email), ask(newAddress())]));
    const theirs = answers.filter((_answer, index) => index % 2 === 0);
    const nobodys = answers.filter((_answer, index) => index % 2 === 1);
    expect(new Set(answers.map(({ answer }) => JSON.stringify(answer))).size).toBe(1);
    const times = (kind: typeof answers) => kind.map(({ milliseconds }) => milliseconds);
    // No answer comes before its time, and what comes after it does not tell the two apart.
    expect(Math.min(...times(answers))).toBeGreaterThan(450);
    expect(Math.abs(middle(times(theirs)) - middle(times(nobodys)))).toBeLessThan(250);
  });

  test("again, within the pause between two mails, is answered like the first time", async () => {
    const [email = ""] = known;
    const [first, second] = [await ask(email), await ask(email)];
    expect(second.answer).toEqual(first.answer);
  });
});
