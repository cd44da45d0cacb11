import type { DagRow, RowMark } from "./dag-rows.ts";
import { markdown } from "./escape.ts";
import type { Links } from "./links.ts";
import type { Places } from "./positions.ts";
import { code, link, type Rich } from "./rich.ts";

const MARKS: Readonly<Record<RowMark, string>> = {
  fails: "✖",
  changed: "~",
  added: "+",
  removed: "−",
  affected: "→",
  same: "=",
};

/** Text that no line break parts. */
const unbroken = (text: string): string => text.replaceAll(" ", "\u00a0");

interface Column {
  readonly title: string;
  cell(row: DagRow): Rich;
}

function columnsOf(places: Places, links: Links): Column[] {
  const dag = ({ change }: DagRow): Rich => {
    const shown = change.head ?? change.base;
    if (!shown) return [code(change.id)];
    const side = change.head ? "head" : "base";
    const { line } = places.at(shown.site.declared, side);
    const to = shown.metadataFile
      ? links.file(shown.metadataFile, 1, 1, side)
      : links.file(shown.site.declared.file, line, line, side);
    return [link(to, code(change.id))];
  };
  return [
    { title: "DAG", cell: dag },
    { title: "what changes", cell: (row) => row.what },
    { title: "schedule", cell: (row) => row.schedule },
    { title: "tasks", cell: (row) => [unbroken(row.tasks)] },
    { title: "edges", cell: (row) => [unbroken(row.edges)] },
    { title: "waiting for it", cell: (row) => row.waiting },
    { title: "owner", cell: (row) => row.owners },
  ];
}

/** The table of DAGs: its head, and a line for each row. Columns in which no row says anything are left out. */
export function tableOf(rows: readonly DagRow[], places: Places, links: Links): { head: string; lines: string[] } {
  const columns = columnsOf(places, links).filter(({ cell }) => rows.some((row) => markdown(cell(row)) !== ""));
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  return {
    head: line(["", ...columns.map(({ title }) => title)]) + line(["-", ...columns.map(() => "-")]),
    lines: rows.map((row) => line([`${MARKS[row.mark]}`, ...columns.map(({ cell }) => markdown(cell(row)))])),
  };
}
