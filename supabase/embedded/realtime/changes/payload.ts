import { MAX_RECORD_BYTES, SMALL_COLUMN_BYTES } from "../limits";
import type { Change } from "./change";
import type { JsonRecord } from "./images";
import type { Access, Table } from "./tables";

/** A change with its rows as JSON, and its message for each combination of rights and chosen columns. */
export class PreparedChange {
  private readonly messages = new Map<string, string>();
  private readonly isTooLarge: boolean;

  constructor(
    readonly change: Change,
    readonly table: Table,
    private readonly record: JsonRecord | null,
    private readonly oldRecord: JsonRecord | null,
  ) {
    this.isTooLarge = JSON.stringify([record, oldRecord]).length > MAX_RECORD_BYTES;
  }

  /** The `data` of a postgres_changes message. Made once for all subscribers who may see the same of it. */
  message(role: string, access: Access, select: string[] | null): string {
    const key = JSON.stringify([role, select]);
    const made = this.messages.get(key) ?? JSON.stringify(this.compose(access, select));
    this.messages.set(key, made);
    return made;
  }

  /** Why a role gets no rows of this table at all, in a hosted project's words. */
  refusal({ selectable }: Access): string | null {
    const { primaryKey } = this.table;
    if (this.change.action === "DELETE") return null;
    if (primaryKey.length === 0) return "Error 400: Bad Request, no primary key";
    return primaryKey.every((column) => selectable.has(column)) ? null : "Error 401: Unauthorized";
  }

  /** A deletion of which the role may not even read the key. */
  isEmptyFor({ selectable }: Access): boolean {
    const { action, before } = this.change;
    return action === "DELETE" && !Object.keys(before ?? {}).some((column) => selectable.has(column));
  }

  private compose(access: Access, select: string[] | null): object {
    const { schema, table, action, committedAt, before } = this.change;
    const head = { schema, table, commit_timestamp: committedAt, type: action };
    const refusal = this.refusal(access);
    if (refusal) return { ...head, columns: [], errors: [refusal] };

    const isKey = (column: string) => this.table.primaryKey.includes(column);
    const isChosen = (column: string) => !select || select.includes(column) || isKey(column);
    const isShown = (column: string) => access.selectable.has(column) && isChosen(column);
    // No policy can be asked about a row that is gone, so a guarded table shows no more than the key of it.
    const isShownOfOld = (column: string) => isShown(column) && (!this.table.isGuarded || isKey(column));
    return {
      ...head,
      columns: this.table.columns.filter(({ name }) => isShown(name)),
      ...(this.record && { record: this.pick(this.record, this.change.after, isShown) }),
      ...(action !== "INSERT" && { old_record: this.pick(this.oldRecord, before, isShownOfOld) }),
      errors: this.isTooLarge ? ["Error 413: Payload Too Large"] : null,
    };
  }

  private pick(
    record: JsonRecord | null,
    tuple: object | null,
    isShown: (column: string) => boolean,
  ): JsonRecord {
    const fields = Object.entries(record ?? {}).filter(
      ([column, value]) =>
        tuple !== null &&
        Object.hasOwn(tuple, column) &&
        isShown(column) &&
        (!this.isTooLarge || JSON.stringify(value).length <= SMALL_COLUMN_BYTES),
    );
    return Object.fromEntries(fields);
  }
}
