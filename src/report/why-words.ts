import { operatorPath } from "../build/operators.ts";
import { isAsFarAsKnown } from "../build/outcome.ts";
import type { Dag, LinkVia } from "../model/dag.ts";
import type { Span } from "../model/span.ts";
import type { TraceSubject } from "../trace/find-subject.ts";
import type { TaskRef, TraceLink } from "../trace/links.ts";
import { type Origin, placeOf, type TracedValue } from "../trace/origin.ts";
import type { Why, WhyBefore } from "../trace/why.ts";
import { type FindingContext, placeLink } from "./finding-markdown.ts";
import { code, codes, count, joinRich, listOf, type Rich, strong } from "./rich.ts";
import type { Told } from "./told.ts";
import { valueText } from "./value-text.ts";

/** What looks up places and links. */
export type WordsContext = Pick<FindingContext, "places" | "links">;

const MOST_NAMES = 12;

/** `dag.task`, `dag.group` or `dag`, and its key. */
export const subjectName = ({ dag, node, key }: TraceSubject): string =>
  [dag.id, ...(node === null ? [] : [node.id]), ...(key === null ? [] : [key])].join(".");

/** Why something is as it is, in words. */
export function whyInWords(why: Why, context: WordsContext): Told {
  const { subject, values, dropped } = why;
  const name = code(subjectName(subject));
  const lists = [
    {
      title: subject.node === null ? "Settings" : "Arguments",
      lines: values.map((one) => valueLine(one, why, context)),
    },
    {
      title: "Written, and dropped by gusty",
      lines: dropped.map((field): Rich => [code(field.key), ...at(placeOf(field), context)]),
    },
  ];
  if (subject.key !== null) {
    const found = values.length + dropped.length > 0;
    return {
      first: found ? [strong(name)] : [strong(name), " is set by nothing here: Airflow's own default counts."],
      lists,
    };
  }
  const known = subject.node === null ? null : limitsInWords(subject.dag);
  return {
    first: [strong(name), ...whatItIs(why, context), ...(known === null ? [] : [` ${known}`])],
    lists: [
      ...lists,
      { title: "Right before it", lines: why.before.map((link) => linkLine(link, "up", why, context)) },
      {
        title: "All that ends before it begins",
        lines: why.upstream.length === 0 ? [] : [listOf(codes(why.upstream), MOST_NAMES)],
      },
      { title: "Right after it", lines: why.after.map((link) => linkLine(link, "down", why, context)) },
    ],
  };
}

function whatItIs(why: Why, context: WordsContext): Rich {
  const { subject, task, group, waitsFor } = why;
  const { site } = subject.dag;
  if (task === null && group === null) {
    const from: Rich = [
      " is a DAG: the folder ",
      code(site.folder),
      ", by ",
      code(site.by),
      ...at(site.declared, context),
    ];
    const limits = limitsInWords(subject.dag);
    return [...from, limits === null ? "." : `. ${limits}`];
  }
  if (group !== null) return [" is a task group: the folder ", code(group.folder), "."];
  if (task === null) return [];
  if (waitsFor !== null) {
    const target =
      waitsFor.task === null ? ["all of ", code(waitsFor.dag)] : [code(`${waitsFor.dag}.${waitsFor.task}`)];
    const uses = waitsFor.uses.map(
      ({ by, at: place }): Rich => [by === null ? "the DAG" : code(by.id), ...at(place, context)],
    );
    return [
      " is a sensor that gusty makes. It waits for ",
      ...target,
      ", as asked for by ",
      ...joinRich(uses.slice(0, MOST_NAMES), ", "),
      ".",
    ];
  }
  if (task.kind === "latest_only") return [" is made by gusty, as `latest_only` is on."];
  const file = task.spec?.file ?? task.source?.file;
  const by: Rich =
    task.operator === null ? [", and its file cannot be read"] : [", with ", code(operatorPath(task.operator))];
  return [
    " is a task",
    ...(file === undefined ? [] : [" of ", placeLink(context, { file, start: 0, end: 0 }, "head")]),
    ...by,
    ".",
  ];
}

/** Why what is said of a DAG may not be all, in a sentence; `null`: it is all. */
export function limitsInWords(dag: Dag): string | null {
  if (dag.outcome === "fails") return "The DAG does not load.";
  if (dag.outcome === "undecided") return "Not all of the DAG is known without running Python.";
  return isAsFarAsKnown(dag) ? "Its graph is shown as far as known." : null;
}

/** A place in brackets; nothing where there is none. */
const at = (span: Span | null, context: WordsContext): Rich =>
  span === null ? [] : [" (", placeLink(context, span, "head"), ")"];

function valueLine({ key, value, origin, beats, ifTaken }: TracedValue, why: Why, context: WordsContext): Rich {
  const line: Rich = [code(key), " = ", code(valueText(value, key)), " from ", ...originInWords(origin, why, context)];
  const beaten = beats.map(
    (other): Rich => [code(valueText(other.value, key)), " from ", ...originInWords(other.origin, why, context)],
  );
  return [
    ...line,
    ...(ifTaken ? [", where the operator takes it"] : []),
    ...(beaten.length > 0 ? [", which beats ", ...joinRich(beaten, ", ")] : []),
  ];
}

function originInWords(
  { by, below, group, at: place }: Origin,
  { subject, waitsFor }: Why,
  context: WordsContext,
): Rich {
  const inside: Rich = below === null ? [] : [code(below), " of "];
  const { site } = subject.dag;
  const file: Rich =
    by === "task-file"
      ? [waitsFor === null ? "its file" : "the file that asks for it"]
      : by === "metadata"
        ? [code("METADATA.yml"), ...(group === null ? [" of the DAG"] : [" of the group ", code(group)])]
        : by === "gusty"
          ? ["gusty itself"]
          : [
              site.by === "windsock.yml" ? code(site.by) : "the call of ",
              ...(site.by === "windsock.yml" ? [] : [code(site.by)]),
            ];
  return [...inside, ...file, ...at(place, context)];
}

const REASONS: Readonly<Record<LinkVia, Rich>> = {
  task: ["by ", code("dependencies")],
  group: ["by ", code("dependencies"), " of a task group"],
  external: ["by ", code("external_dependencies")],
  leaf: ["as a leaf task comes after all the others"],
  root: ["as a root task comes before all the others"],
  latest_only: ["as gusty puts ", code("latest_only"), " before all that has nothing before it"],
};

/** What sets a link, in words. */
function reasonInWords({ via, whole, up, down, from }: TraceLink, context: WordsContext): Rich {
  const words: Rich =
    via !== "waits"
      ? REASONS[via]
      : whole
        ? ["as ", code(down.task), " waits for all of ", code(up.dag)]
        : ["as ", code(down.task), " waits for ", code(up.task)];
  return [...words, ...at(from, context)];
}

const nameOf = ({ dag, task }: TaskRef, home: string | null): string => (dag === home ? task : `${dag}.${task}`);

function linkLine(link: TraceLink, end: "up" | "down", { subject, task }: Why, context: WordsContext): Rich {
  const home = subject.dag.id;
  const other = end === "up" ? link.up : link.down;
  const own = end === "up" ? link.down : link.up;
  const between: Rich =
    task !== null || link.whole ? [] : [end === "up" ? " before " : " after ", code(nameOf(own, home))];
  return [code(nameOf(other, home)), ...between, ": ", ...reasonInWords(link, context)];
}

/** How one comes before another, in words. */
export function whyBeforeInWords({ from, to, path, reversed }: WhyBefore, context: WordsContext): Told {
  const [first, last] = [code(subjectName(from)), code(subjectName(to))];
  if (path === null) {
    const other: Rich = reversed ? [" It is the other way round: ", last, " comes before ", first, "."] : [];
    return { first: [strong(last), " does not come after ", strong(first), ".", ...other], lists: [] };
  }
  const home = from.dag.id === to.dag.id ? from.dag.id : null;
  const lines = path.map(
    (link): Rich => [
      code(nameOf(link.up, home)),
      " → ",
      code(nameOf(link.down, home)),
      ": ",
      ...reasonInWords(link, context),
    ],
  );
  return {
    first: [strong(last), " comes after ", strong(first), `, ${count(path.length, "step")} away.`],
    lists: [{ title: "The shortest way", lines }],
  };
}
