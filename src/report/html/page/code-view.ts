import type { PageCode, PageData, PageFile, PageLine, PagePlace } from "../page-data.ts";
import { createCodePane } from "./code-pane.ts";
import { type CodeRow, codeRows, type Ranges, rowsIn } from "./code-rows.ts";
import { h } from "./dom.ts";
import { madeOf, sourceOf } from "./line-map.ts";
import type { Mode } from "./visible-graph.ts";

type Side = "base" | "head";
const SIDES = ["base", "head"] as const;

/** What the code of a task, or of a DAG as a whole, is about. */
export interface CodeSubject {
  readonly code: PageCode;
  readonly places: Readonly<Record<Side, PagePlace | null>>;
}

/** Source and generated Python beside each other; a line number that is chosen shows where it comes from, or what it makes. */
export function codeView(data: PageData, { code, places }: CodeSubject, mode: Mode, compared: boolean): HTMLElement {
  const said = h("p", { class: "meta", role: "status" }, "Choose a line number to see its other side.");
  const lines: Readonly<Record<Side, readonly PageLine[]>> = { base: code.base, head: code.head };
  const isTask = places.base !== null || places.head !== null;
  let file = (places.head ?? places.base)?.file ?? code.source;
  let whole = false;

  /** The side whose mapping tells of a row: head where it is in both. */
  const sideOf = (row: CodeRow): Side => (row.head !== null && (compared || lines.head.length > 0) ? "head" : "base");
  const python = createCodePane("Generated Python", (row) => fromPython(row));
  const source = createCodePane("Source", (row) => fromSource(row));
  const heading = h("h4", {}, "Source");
  const files = h("select", { "aria-label": "Source file" });
  const button = h("button", { type: "button" }, "Show the whole file");
  const pythonPath = data.files[code.python]?.path ?? "";

  const showSource = (): void => {
    const shown = file === null ? undefined : data.files[file];
    source.show(
      shown ? [codeRows(shown, data.texts, mode)] : [],
      (row) => {
        const side = sideOf(row);
        return file !== null && madeOf(lines[side], file, row[side] ?? -1).length > 0;
      },
      isTwofold(shown),
    );
    files.value = String(file);
  };
  const showPython = (): void => {
    const shown = data.files[code.python];
    const rows = shown ? codeRows(shown, data.texts, mode) : [];
    const some = isTask ? rowsIn(rows, rangesOf(lines, places)) : [rows.slice(0, FIRST_LINES)];
    const pieces = whole ? [rows] : some;
    python.show(pieces, (row) => sourceOf(lines[sideOf(row)], row[sideOf(row)] ?? -1) !== null, isTwofold(shown));
    button.hidden = !isTask && rows.length <= FIRST_LINES;
    button.textContent = whole ? (isTask ? "Show only this task" : "Show only its beginning") : "Show the whole file";
  };
  const fromPython = (row: CodeRow): void => {
    const side = sideOf(row);
    const entry = sourceOf(lines[side], row[side] ?? -1);
    if (!entry) return;
    const [from, to, target, first, last] = entry;
    if (target !== file) {
      file = target;
      showSource();
    }
    python.highlight((one) => isWithin(one[side], from, to));
    source.highlight((one) => isWithin(one[side], first, last));
    said.textContent = `${range(from, to)} of the Python ${from === to ? "comes" : "come"} from ${data.files[target]?.path}, ${range(first, last).toLowerCase()}.`;
  };
  const fromSource = (row: CodeRow): void => {
    const side = sideOf(row);
    const entries = file === null ? [] : madeOf(lines[side], file, row[side] ?? -1);
    const [entry] = entries;
    if (!entry) return;
    const fits = (one: CodeRow): boolean => entries.some(([from, to]) => isWithin(one[side], from, to));
    source.highlight((one) => isWithin(one[side], entry[3], entry[4]));
    if (python.highlight(fits) === 0) {
      whole = true;
      showPython();
      python.highlight(fits);
    }
    said.textContent = `${range(entry[3], entry[4])} ${entry[3] === entry[4] ? "makes" : "make"} ${entries.map(([from, to]) => range(from, to).toLowerCase()).join(" and ")} of the Python.`;
  };
  button.addEventListener("click", () => {
    whole = !whole;
    showPython();
  });
  files.addEventListener("change", () => {
    file = Number(files.value);
    showSource();
  });

  const known = new Set([...(file === null ? [] : [file]), ...filesOf(lines, places, isTask)]);
  files.append(...[...known].map((index) => h("option", { value: index }, data.files[index]?.path ?? "")));
  showSource();
  showPython();
  const note = mode === "both" && compared ? [h("p", { class: "meta" }, "− was there before, + is new.")] : [];
  return h(
    "div",
    { class: "codes" },
    said,
    ...note,
    h(
      "div",
      { class: "panes" },
      h("div", {}, heading, h("div", { class: "bar" }, files), source.element),
      h(
        "div",
        {},
        h("h4", {}, "Generated Python"),
        h("div", { class: "bar" }, h("code", {}, pythonPath), button),
        python.element,
      ),
    ),
  );
}

/** So many lines of a DAG's Python are shown at first. */
const FIRST_LINES = 400;

/** True for a file that both versions have: only there is a line of one version new or gone. */
const isTwofold = (file: PageFile | undefined): boolean =>
  file !== undefined && file.base !== null && file.head !== null;

const isWithin = (line: number | null, from: number, to: number): boolean =>
  line !== null && line >= from && line <= to;

const range = (from: number, to: number): string => (from === to ? `Line ${from}` : `Lines ${from} to ${to}`);

/** A task's own lines of Python, and those elsewhere that come from its file. */
function rangesOf(lines: Readonly<Record<Side, readonly PageLine[]>>, places: CodeSubject["places"]): Ranges {
  const of = (side: Side): (readonly [number, number])[] => {
    const place = places[side];
    if (!place) return [];
    const links = lines[side].filter(([from, to, file]) => from === to && file === place.file);
    return [...(place.python ? [place.python] : []), ...links.map(([from, to]) => [from, to] as const)];
  };
  return { base: of("base"), head: of("head") };
}

/** The files that have a part: in a task's own lines, or anywhere in the Python. */
function filesOf(
  lines: Readonly<Record<Side, readonly PageLine[]>>,
  places: CodeSubject["places"],
  isTask: boolean,
): number[] {
  return SIDES.flatMap((side) => {
    const own = places[side]?.python;
    return lines[side]
      .filter(([from, to]) => !isTask || (own && from >= own[0] && to <= own[1]))
      .map(([, , file]) => file);
  });
}
