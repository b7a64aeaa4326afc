import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";

type Props = {
  /** What the rows are, for who cannot see the heading above. */
  label: string;
  /** The first names the rows; the others are figures. */
  columns: string[];
  rows: { key: string; cells: ReactNode[]; isStrong?: boolean }[];
};

/** Figures under each other; what is wider than the screen is moved within its frame, also by the arrow keys. */
export function FiguresTable({ label, columns, rows }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and a section a landmark that the card is already.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has only a keyboard reaches the hidden columns this way.
    <div role="group" aria-label={label} tabIndex={0} className="-mx-1 overflow-x-auto px-1">
      <table className="w-full border-collapse text-sm tabular-nums">
        <thead>
          <tr className="border-b border-line text-ink-faint">
            {columns.map((column, index) => (
              <th key={column} scope="col" className={classes(cellClass(index), "font-medium")}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells, isStrong }) => (
            <tr
              key={key}
              className={classes("border-b border-line last:border-0", isStrong && "font-semibold")}
            >
              {cells.map((cell, index) => {
                const Cell = index === 0 ? "th" : "td";
                return (
                  <Cell
                    // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a table keep their places.
                    key={index}
                    {...(index === 0 && { scope: "row" as const })}
                    className={classes(cellClass(index), index === 0 && !isStrong && "font-normal")}
                  >
                    {cell}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const cellClass = (index: number) =>
  index === 0 ? "py-2.5 pe-4 text-start" : "py-2.5 ps-4 text-end whitespace-nowrap";
