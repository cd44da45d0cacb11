import type { DagChange } from "../../model/change.ts";
import type { Dag, Task } from "../../model/dag.ts";
import type { Path } from "../../model/path.ts";
import type { GeneratedFile, GeneratedPair, Review, SourceLine } from "../../model/review.ts";
import type { Span } from "../../model/span.ts";
import { maskPython } from "../mask.ts";
import type { Places, Side } from "../positions.ts";
import type { FilePool, TwoTexts } from "./file-pool.ts";
import type { PageCode, PageLine, PagePlace } from "./page-data.ts";

/** What looks up source and generated Python for the page; each file that is asked for becomes part of it. */
export interface CodeReader {
  code(change: DagChange, pair: GeneratedPair | undefined): PageCode | null;
  place(dag: Dag, task: Task, side: Side, generated: GeneratedFile | null): PagePlace | null;
}

/** Reads code from a review into a pool. Sources and Python are shown with secrets hidden, line by line as they are. */
export function codeReader(review: Review, places: Places, pool: FilePool): CodeReader {
  const source = (file: Path): number => pool.index("source", file, () => sourceTexts(file, places));
  const regions = new Map<GeneratedFile, ReturnType<typeof regionsOf>>();
  const regionOf = (generated: GeneratedFile, task: Task): readonly [number, number] | null => {
    const find = regions.get(generated) ?? regionsOf(generated);
    regions.set(generated, find);
    return find(task);
  };
  const pageLines = (generated: GeneratedFile | null, side: Side): PageLine[] =>
    (generated?.lines ?? []).map(({ line, endLine, source: span }): PageLine => {
      const place = places.at(span, side);
      const to = place.endColumn === 1 && place.endLine > place.line ? place.endLine - 1 : place.endLine;
      return [line, endLine, source(span.file), place.line, to];
    });
  return {
    code(change, pair) {
      if (!pair || (!pair.base && !pair.head)) return null;
      const base = review.base ? pair.base : null;
      const file = (pair.head ?? base)?.path;
      if (file === undefined) return null;
      const dag = change.head ?? change.base;
      const settings = dag?.metadataFile ?? dag?.site.declared.file ?? null;
      return {
        python: pool.index("python", file, () => pythonTexts(base, pair.head)),
        base: pageLines(base, "base"),
        head: pageLines(pair.head, "head"),
        source: settings === null ? null : source(settings),
      };
    },
    place(dag, task, side, generated) {
      const span = task.source;
      if (span === null || places.text(span.file, side) === null) return null;
      const lines = generated?.dag === dag.id ? regionOf(generated, task) : null;
      return { file: source(span.file), line: places.at(span, side).line, python: lines };
    },
  };
}

function sourceTexts(file: Path, places: Places): TwoTexts {
  return {
    raw: { base: places.text(file, "base"), head: places.text(file, "head") },
    shown: { base: places.lines(file, "base"), head: places.lines(file, "head") },
  };
}

function pythonTexts(base: GeneratedFile | null, head: GeneratedFile | null): TwoTexts {
  const [before, after] = [base, head].map((file) => (file ? maskPython(file.text).split("\n") : []));
  return {
    raw: { base: base?.text ?? null, head: head?.text ?? null },
    shown: { base: before ?? [], head: after ?? [] },
  };
}

/** Finds the lines of the generated Python that make a task: those from its own source which name its id, since several tasks may come from one source. */
function regionsOf({ text, lines }: GeneratedFile): (task: Task) => readonly [number, number] | null {
  const all = text.split("\n");
  const bySource = new Map<string, SourceLine[]>();
  const keyOf = ({ file, start, end }: Span): string => `${start} ${end} ${file}`;
  for (const line of lines) {
    const key = keyOf(line.source);
    const known = bySource.get(key);
    if (known) known.push(line);
    else bySource.set(key, [line]);
  }
  return ({ id, gustyId, source }) => {
    const own = source === null ? [] : (bySource.get(keyOf(source)) ?? []);
    const names = [gustyId, id].map((name) => `task_id=${JSON.stringify(name)}`);
    const named = own.find(({ line, endLine }) =>
      all.slice(line - 1, endLine).some((written) => names.some((name) => written.includes(name))),
    );
    const found = named ?? own[0];
    return found ? [found.line, found.endLine] : null;
  };
}

/** The generated files of a pair, of those versions that the review compares. */
export const generatedOf = (review: Review, pair: GeneratedPair | undefined, side: Side) =>
  side === "base" && !review.base ? null : (pair?.[side] ?? null);
