import { expect, test } from "vitest";
import { atOnePace } from "@/lib/accounts/session/one-pace";

/** Those who finish, in their order. */
async function finishing(works: Record<string, Promise<void>>): Promise<string[]> {
  const order: string[] = [];
  const note = (name: string) => () => {
    order.push(name);
  };
  await Promise.all(
    Object.entries(works).map(([name, work]) => atOnePace(work).then(note(name), note(`${name} failed`))),
  );
  return order;
}

const never = () => new Promise<void>(() => {});

test("an answer does not wait for its mail, nor come sooner where there is none: they come in the order of the questions", async () => {
  expect(await finishing({ slow: never(), quick: Promise.resolve(), slower: never() })).toEqual([
    "slow",
    "quick",
    "slower",
  ]);
});

test("what fails at once is told no sooner than the rest", async () => {
  const refused = Promise.reject(new Error("too many"));
  expect(await finishing({ slow: never(), refused, quick: Promise.resolve() })).toEqual([
    "slow",
    "refused failed",
    "quick",
  ]);
});
