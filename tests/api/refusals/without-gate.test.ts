import { expect, test } from "vitest";
import { askHandler } from "./ask";
import { PERSONAS } from "./entries";
import { describeAnswers } from "./refuse";
import { handlersOf, listRoutes, methodsOf } from "./route-files";
import { nameOf, TABLE } from "./table";

const routes = listRoutes();

test("every method of every route says in the table what it answers, and nothing else does", () => {
  const exported = routes.flatMap((route) => methodsOf(route).map((method) => nameOf({ route, method })));
  expect(routes.length).toBeGreaterThan(60);
  expect(TABLE.map(nameOf).sort()).toEqual(exported.sort());
});

test("a route's file exports the methods that its text says, and no other", async () => {
  for (const route of routes) {
    const handlers = Object.keys(await handlersOf(route)).filter((name) => /^[A-Z]+$/.test(name));
    expect([route, handlers.sort()]).toEqual([route, methodsOf(route).sort()]);
  }
});

test("every parameter of an address is tried with what it cannot be", () => {
  const untried = TABLE.filter(({ route, ids }) => {
    const names = [...route.matchAll(/\[(\w+)\]/g)].map(([, name]) => name ?? "");
    return names.some((name) => ids?.unknown[name] === undefined);
  });
  expect(untried.map(nameOf)).toEqual([]);
});

test("every entry has an answer for every persona", () => {
  for (const entry of TABLE) expect(Object.keys(entry.answers).sort()).toEqual([...PERSONAS].sort());
});

describeAnswers("a handler called without the gate", TABLE, askHandler);
