import { randomUUID } from "node:crypto";
import { PERSONAS, type Who, type World } from "../world";

type Values = Record<string, unknown>;
type Columns = readonly string[];

/** Every column of a table once, by who may write it; what nobody below names is refused to all but the service. */
export type ColumnAccess = {
  /** Set and changed by whoever may add and change rows. */
  written: Columns;
  /** Set with a new row and never changed after. */
  added: Columns;
  /** Changed, never set with a new row. */
  changed: Columns;
  /** The database's and the service's own. */
  kept: Columns;
  /** Read by nobody but the service; each stands in one of the lists above, too. */
  hidden: Columns;
};

/** Who may do what to one table. Rows belong to the owner where the table has owners. */
export type TableAccess = {
  /** The row that everybody tries to read, change and delete. */
  row: (world: World) => Values;
  /** The row that everybody tries to add; without it they try `row` again, which only the database makes. */
  fresh?: (world: World) => Values;
  /** The row is there already (made by the sign-up trigger): how to find it. */
  existing?: (world: World) => Values;
  change: Values;
  select: Who;
  insert: Who;
  update: Who;
  delete: Who;
  columns: ColumnAccess;
};

export const EVERYBODY: Who = PERSONAS;
export const ADMINS: Who = ["admin", "superAdmin", "service"];
export const STAFF: Who = ["moderator", ...ADMINS];
/** A suspended account still reads what is its own, and writes nothing. */
export const OWNER: Who = ["owner", "service"];
export const READING_OWNER: Who = ["suspended", ...OWNER];
export const SERVICE_ONLY: Who = ["service"];
export const NOBODY: Who = [];

export const slug = () => `test-${randomUUID()}`;

export function mine(world: World): Values {
  return { user_id: world.owner.userId, viewer_profile_id: world.owner.viewerId };
}

const words = (text = "") => text.split(/\s+/).filter(Boolean);

export function columns(lists: Partial<Record<keyof ColumnAccess, string>>): ColumnAccess {
  return {
    written: words(lists.written),
    added: words(lists.added),
    changed: words(lists.changed),
    kept: words(lists.kept),
    hidden: words(lists.hidden),
  };
}

type CatalogueTable = Pick<TableAccess, "row" | "change" | "columns"> & Required<Pick<TableAccess, "fresh">>;

/** Catalogue rows: everybody reads what is published, admins write. */
export function catalogue(table: CatalogueTable): TableAccess {
  return { ...table, select: EVERYBODY, insert: ADMINS, update: ADMINS, delete: ADMINS };
}
