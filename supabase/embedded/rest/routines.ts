import { RestError } from "./errors";
import type { Argument, Routine, Schema } from "./schema";
import { identifier, type Parameters, qualified } from "./sql-fragments";

/** A whole body given to the only, unnamed argument. */
export type Call = { routine: Routine; given: string[]; isWholeBody: boolean };

const WHOLE_BODY_TYPES = new Set(["json", "jsonb", "text", "bytea"]);

/** Chooses the overload whose arguments are those given, as PostgREST does. */
export function findRoutine(
  schema: Schema,
  schemaName: string,
  name: string,
  given: string[],
  hasBody: boolean,
): Call {
  const named = schema.routines.get(`${schemaName}.${name}`) ?? [];
  const fitting = named.filter((routine) => accepts(routine, given));
  if (fitting.length > 1) throw overloaded(fitting);
  if (fitting[0]) return { routine: fitting[0], given, isWholeBody: false };
  const whole = hasBody ? named.find(takesWholeBody) : undefined;
  return whole ? { routine: whole, given: [], isWholeBody: true } : notFound(schema, schemaName, name, given);
}

export function isArgumentOf(
  schema: Schema,
  schemaName: string,
  name: string,
): (argument: string) => boolean {
  const names = new Set(
    (schema.routines.get(`${schemaName}.${name}`) ?? []).flatMap((routine) =>
      routine.arguments.map((argument) => argument.name),
    ),
  );
  return (argument) => names.has(argument);
}

function accepts(routine: Routine, given: string[]): boolean {
  const names = new Set(routine.arguments.map(({ name }) => name));
  if (names.has("")) return false;
  const isGiven = new Set(given);
  return (
    given.every((name) => names.has(name)) &&
    routine.arguments.every(({ name, isOptional }) => isOptional || isGiven.has(name))
  );
}

function takesWholeBody(routine: Routine): boolean {
  const [only, ...others] = routine.arguments;
  return others.length === 0 && only?.name === "" && WHOLE_BODY_TYPES.has(only.type);
}

/** The call with its arguments taken from a JSON body (typed by Postgres, so no number passes through JavaScript). */
export function callFromBody(call: Call, body: string, parameters: Parameters): string {
  const { routine } = call;
  const name = qualified(routine);
  if (call.isWholeBody) return `${name}(${parameters.add(body)}::${routine.arguments[0]?.type})`;
  const taken = routine.arguments.filter((argument) => call.given.includes(argument.name));
  if (taken.length === 0) return `${name}()`;
  const types = taken.map(({ name: argument, type }) => `${identifier(argument)} ${type}`).join(", ");
  const source = `json_to_record(${parameters.add(body)}::json) as arguments(${types})`;
  const passed = taken.map((argument) => {
    const value = `(select ${identifier(argument.name)} from ${source})`;
    return `${argument.isVariadic ? "variadic " : ""}${identifier(argument.name)} := ${value}`;
  });
  return `${name}(${passed.join(", ")})`;
}

/** The call with its arguments taken from the query string. */
export function callFromQuery(call: Call, values: [string, string][], parameters: Parameters): string {
  const passed = call.routine.arguments.flatMap((argument: Argument) => {
    const given = values.filter(([name]) => name === argument.name).map(([, value]) => value);
    const last = given.at(-1);
    if (last === undefined) return [];
    const name = identifier(argument.name);
    if (!argument.isVariadic) return [`${name} := ${parameters.add(last)}::${argument.type}`];
    const members = given.map((value) => parameters.add(value)).join(", ");
    return [`variadic ${name} := array[${members}]::${argument.type}`];
  });
  return `${qualified(call.routine)}(${passed.join(", ")})`;
}

function overloaded(fitting: Routine[]): RestError {
  const shown = fitting.map(
    (routine) =>
      `${routine.schema}.${routine.name}(${routine.arguments.map(({ name, type }) => `${name} => ${type}`).join(", ")})`,
  );
  return new RestError(
    300,
    "PGRST203",
    `Could not choose the best candidate function between: ${shown.join(", ")}`,
    null,
    "Try renaming the parameters or the function itself in the database so function overloading can be resolved",
  );
}

function notFound(schema: Schema, schemaName: string, name: string, given: string[]): never {
  const sorted = [...given].sort().join(", ");
  const signature = `${schemaName}.${name}${sorted === "" ? " without parameters" : `(${sorted})`}`;
  const others = schema.routines.get(`${schemaName}.${name}`)?.[0];
  const hint = others
    ? `Perhaps you meant to call the function ${schemaName}.${name}(${others.arguments.map((argument) => argument.name).join(", ")})`
    : null;
  const searched = sorted === "" ? "without parameters" : `with parameters ${sorted}`;
  throw new RestError(
    404,
    "PGRST202",
    `Could not find the function ${signature} in the schema cache`,
    `Searched for the function ${schemaName}.${name} ${searched} or with a single unnamed json/jsonb parameter, but no matches were found in the schema cache.`,
    hint,
  );
}
