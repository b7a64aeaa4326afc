import { beforeEach, describe, expect, test } from "vitest";
import {
  attend,
  countUnattended,
  hasSlept,
  isPresenceDoubted,
  nextStep,
  unattended,
} from "@/lib/playback/client/attendance";

class Memory {
  readonly #values = new Map<string, string>();
  getItem = (key: string) => this.#values.get(key) ?? null;
  setItem = (key: string, value: string) => void this.#values.set(key, value);
  removeItem = (key: string) => void this.#values.delete(key);
}

let memory: Memory;
beforeEach(() => {
  memory = new Memory();
});

describe("after three episodes that nobody asked for, somebody is asked", () => {
  test("two are not enough, three are", () => {
    countUnattended(memory);
    countUnattended(memory);
    expect(isPresenceDoubted(memory)).toBe(false);
    countUnattended(memory);
    expect(isPresenceDoubted(memory)).toBe(true);
  });

  test("any input begins the count anew", () => {
    for (let episode = 0; episode < 3; episode += 1) countUnattended(memory);
    attend(memory);
    expect(isPresenceDoubted(memory)).toBe(false);
  });

  test("a count that somebody tampered with counts as none", () => {
    for (const value of ["", "many", "-4", "NaN", "Infinity"]) {
      memory.setItem("cineverse:unattended", value);
      expect(unattended(memory)).toBe(0);
    }
  });
});

describe("the next episode begins by itself", () => {
  const ended = {
    isAutomatic: true,
    isEnded: true,
    isInSkippedCredits: false,
    isPaused: true,
    hasSlept: false,
    isDoubted: false,
  };

  test("after the end, where the viewer lets it", () => {
    expect(nextStep(ended)).toBe("count");
    expect(nextStep({ ...ended, isAutomatic: false })).toBe("wait");
  });

  test("from the credits on for who skips these, but not while they stand still", () => {
    const inCredits = { ...ended, isEnded: false, isInSkippedCredits: true, isPaused: false };
    expect(nextStep(inCredits)).toBe("count");
    expect(nextStep({ ...inCredits, isPaused: true })).toBe("wait");
  });

  test("never in the credits of who did not choose so", () => {
    expect(nextStep({ ...ended, isEnded: false, isPaused: false })).toBe("wait");
  });

  test("never after the page slept", () => {
    expect(nextStep({ ...ended, hasSlept: true })).toBe("wait");
    expect(hasSlept(1100)).toBe(false);
    expect(hasSlept(8 * 3600 * 1000)).toBe(true);
  });

  test("after three of them somebody is asked instead", () => {
    expect(nextStep({ ...ended, isDoubted: true })).toBe("ask");
    expect(nextStep({ ...ended, isDoubted: true, isAutomatic: false })).toBe("wait");
  });
});
