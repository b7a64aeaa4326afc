import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { identify } from "./answers";
import { type Ask, forgetCounts } from "./ask";
import { casesOf } from "./cases";
import type { Entry } from "./entries";
import { nameOf } from "./table";
import { makeWorld, type World } from "./world";

/** Asks all of the table in one way. A test is one method of one route, and lists whatever was answered otherwise. */
export function describeAnswers(title: string, table: Entry[], ask: Ask, { isSite = false } = {}): void {
  describe(title, { timeout: 120_000 }, () => {
    let world: World;
    beforeAll(async () => {
      world = await makeWorld();
    }, 120_000);
    // The handlers log in this process what they could not help.
    beforeEach(() => void vi.spyOn(console, "warn").mockImplementation(() => undefined));

    test.each(table.map((entry) => [nameOf(entry), entry] as const))("%s", async (_, entry) => {
      const wrong: string[] = [];
      for (const make of casesOf(entry)) {
        const one = make(world);
        await forgetCounts();
        const expected = (isSite && one.expectedAtSite) || one.expected;
        const { answer, problems } = await identify(await ask(one, world));
        if (answer !== expected) wrong.push(`${one.title}: ${answer} instead of ${expected}`);
        for (const problem of problems) wrong.push(`${one.title}: ${problem}`);
      }
      expect(wrong).toEqual([]);
    });
  });
}
