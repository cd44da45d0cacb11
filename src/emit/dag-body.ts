import { idInAirflow } from "../build/structure.ts";
import type { Dag, Group, NodeRef, Task } from "../model/dag.ts";
import type { Path } from "../model/path.ts";
import type { Span } from "../model/span.ts";
import type { Field } from "../model/value.ts";
import { comment, taskComment } from "./comments.ts";
import { type ComputedStatements, computedStatements, endStatements } from "./computed-statements.ts";
import type { FileWriter } from "./file-writer.ts";
import { brackets, type Code, type Item, item, itemHeights, print, text } from "./layout.ts";
import { linkStatements } from "./link-statements.ts";
import { isDottedPath } from "./python-names.ts";
import type { SourceText } from "./source-text.ts";
import { keywordItems, valueCode } from "./values.ts";
import { LINE_LENGTH } from "./width.ts";

type Texts = ReadonlyMap<Path, string>;

/** A call that is ready to be laid out, and where its arguments are written. */
interface Call {
  readonly code: Code;
  readonly sources: readonly (Span | null)[];
}

/** From the key to the end of the value. */
function fieldSpan({ keySpan, value }: Field): Span | null {
  if (keySpan === null) return value.span ?? null;
  return value.span?.file === keySpan.file && value.span.end > keySpan.start
    ? { ...keySpan, end: value.span.end }
    : keySpan;
}

function callOf(
  name: string,
  own: readonly Item[],
  fields: readonly Field[],
  writer: FileWriter,
  lines: boolean,
): Call {
  const items = keywordItems(fields.map(({ key, value }) => [key, valueCode(value, writer, key)]));
  const sources = items.map(({ prefix }) => {
    const field = fields.find(({ key }) => `${key}=` === prefix);
    return field === undefined ? null : fieldSpan(field);
  });
  return {
    code: brackets(`${name}(`, [...own, ...items], ")", lines ? "lines" : undefined),
    sources: [...own.map(() => null), ...sources],
  };
}

const stringItem = (key: string, value: string): Item => item({ t: "string", text: value }, `${key}=`);

const wholeFile = (file: Path | null, texts: Texts): Span | null => {
  const content = file === null ? undefined : texts.get(file);
  return file === null || content === undefined ? null : { file, start: 0, end: content.length };
};

/** An id as the name of a variable, short enough that a call of `callee` can follow it on the line. */
function variableName(id: string, callee: string): string {
  const room = Math.max(10, Math.min(60, LINE_LENGTH - 20 - callee.length));
  const name = id.replaceAll(/[^A-Za-z0-9_]+/g, "_").slice(0, room);
  return /^[0-9]|^_*$/.test(name) ? `task_${name}` : name;
}

/** What gusty calls a group is what Airflow adds the parent's prefix to. */
function groupId(group: Group, dag: Dag): string {
  const parent = dag.groups.find(({ id }) => id === group.parent);
  const prefix = parent?.prefixGroupId ? `${idInAirflow(parent)}.` : "";
  const id = idInAirflow(group);
  return id.startsWith(prefix) ? id.slice(prefix.length) : id;
}

/**
 * On Airflow 3, groups that gusty makes keep no common record of ids, so that one id in two groups is no error there;
 * groups made within `with DAG(…)` would refuse it.
 */
function sharesIds(dag: Dag): boolean {
  const ids = [...dag.groups.map(idInAirflow), ...dag.tasks.map(({ id }) => id)];
  return new Set(ids).size < ids.length;
}

/** The class that a task is made of, or `null` with the reason noted. */
function operatorName(task: Task, { scope }: FileWriter): string {
  const { operator } = task;
  if (operator === null || !isDottedPath(operator.module) || !isDottedPath(operator.name)) {
    scope.refuse(`the operator of task \`${task.id}\` is no class that Python can import`);
    return "None";
  }
  return operator.local ? scope.local(operator.module, operator.name) : scope.member(operator.module, operator.name);
}

/** The links in gusty's order, with what operators compute in between, and then what gusty decides last. */
function writeLinks(
  out: SourceText,
  dag: Dag,
  variable: (node: NodeRef) => string,
  computed: ComputedStatements | null,
  ends: readonly string[],
): void {
  const known = dag.computed ? dag.links.slice(0, dag.computed.ends.after) : dag.links;
  if (known.length > 0 || computed) out.gap(1);
  for (const code of computed?.first ?? []) out.add(code, 4);
  const cuts = [...(computed?.at.keys() ?? []), known.length].sort((a, b) => a - b);
  let done = 0;
  for (const cut of new Set(cuts)) {
    for (const { code, source } of linkStatements(dag, known.slice(done, cut), variable, 4)) out.add(code, 4, source);
    for (const code of computed?.at.get(cut) ?? []) out.add(code, 4);
    done = cut;
  }
  if (ends.length > 0) out.gap(1);
  for (const code of ends) out.add(code, 4);
}

/**
 * Prepares the `with DAG(…)` block: groups first, as gusty makes them before any task, then tasks, then links. Adds to
 * the file what the block needs; the result writes the block.
 */
export function writeDag(dag: Dag, writer: FileWriter, texts: Texts): (out: SourceText) => void {
  const { scope } = writer;
  const dagClass = scope.member(dag.airflow === 2 ? "airflow" : "airflow.sdk", "DAG");
  const dagCall = callOf(dagClass, [stringItem("dag_id", dag.id)], dag.settings, writer, true);
  const operators = dag.tasks.map((task) => operatorName(task, writer));
  const taskCalls = dag.tasks.map((task, index) =>
    callOf(operators[index] ?? "", [stringItem("task_id", task.gustyId)], task.arguments, writer, true),
  );
  const groupCalls = dag.groups.map((group) => callOf("", [], group.arguments, writer, false));
  const groupModule = dag.airflow === 2 ? "airflow.utils.task_group" : "airflow.sdk";
  const groupClass = dag.groups.length === 0 ? "" : scope.member(groupModule, "TaskGroup");

  const groupNames = new Map(dag.groups.map(({ id, name }) => [id, scope.name(variableName(name, groupClass))]));
  const taskNames = new Map(
    dag.tasks.map(({ id, gustyId }, index) => [id, scope.name(variableName(gustyId, operators[index] ?? ""))]),
  );
  const variable = ({ t, id }: NodeRef): string => (t === "task" ? taskNames : groupNames).get(id) ?? "None";
  const computed = dag.computed ? computedStatements(dag.computed.tasks, variable, scope) : null;
  const ends = dag.computed ? endStatements(dag.computed.ends, variable, scope) : [];
  const apart = dag.airflow === 3 && sharesIds(dag);

  const groupStatement = (group: Group, index: number): { name: string; call: Call } => {
    const own = [stringItem("group_id", groupId(group, dag))];
    const isGiven = group.arguments.some(({ key }) => key === "prefix_group_id");
    if (!group.prefixGroupId && !isGiven) own.push(item(text("False"), "prefix_group_id="));
    if (group.parent !== null) own.push(item(text(groupNames.get(group.parent) ?? "None"), "parent_group="));
    else if (apart) own.push(item(text("None"), "parent_group="), item(text("dag"), "dag="));
    const call = groupCalls[index];
    const items = call?.code.t === "brackets" ? call.code.items : [];
    const sources = [...own.map(() => null), ...(call?.sources ?? [])];
    return {
      name: groupNames.get(group.id) ?? "None",
      call: { code: brackets(`${groupClass}(`, [...own, ...items], ")"), sources },
    };
  };

  /** A group is there because of its METADATA file, or of the first task in its folder. */
  const sourceOf = (group: Group | undefined): Span | null =>
    wholeFile(group?.metadata ?? null, texts) ?? dag.tasks.find((task) => task.group === group?.id)?.source ?? null;

  const assign = (out: SourceText, name: string, call: Call, indent: number, source: Span | null): void => {
    const before = `${name} = `;
    out.add(before + print(call.code, indent, before.length, 0), indent, source);
    out.items(itemHeights(call.code, indent, before.length, 0), call.sources);
  };

  const writeTasks = (out: SourceText): void => {
    let group: string | null = null;
    dag.tasks.forEach((task, index) => {
      const call = taskCalls[index];
      if (call === undefined) return;
      if (index > 0 || dag.groups.length > 0) out.gap(1);
      if (task.group !== group && task.group !== null) {
        const entered = dag.groups.find(({ id }) => id === task.group);
        out.add(`with ${groupNames.get(task.group) ?? "None"}:`, 4, sourceOf(entered));
      }
      group = task.group;
      const indent = group === null ? 4 : 8;
      const source = taskComment(task, dag);
      if (source !== null) out.add(comment(source, indent), indent, task.source);
      assign(out, taskNames.get(task.id) ?? "None", call, indent, task.source);
    });
  };

  return (out) => {
    out.add(`with ${print(dagCall.code, 0, 5, 9)} as dag:`, 0, dag.site.declared);
    out.items(itemHeights(dagCall.code, 0, 5, 9), dagCall.sources);
    dag.groups.forEach((group, index) => {
      const { name, call } = groupStatement(group, index);
      assign(out, name, call, 4, sourceOf(group));
    });
    writeTasks(out);
    writeLinks(out, dag, variable, computed, ends);
    if (dag.groups.length + dag.tasks.length === 0) out.add("pass", 4);
  };
}
