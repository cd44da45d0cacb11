import { richOf } from "../../rich.ts";
import type { PageDag, PageData, PageNode, PageRing } from "../page-data.ts";
import { codeView } from "./code-view.ts";
import { byId, h, richNodes } from "./dom.ts";
import { MEANINGS } from "./draw-graph.ts";
import { isIn, type Mode } from "./visible-graph.ts";

/** What the details need of the page. */
export interface DetailsContext {
  readonly data: PageData;
  readonly mode: Mode;
  /** Goes to a node of the same graph, by its index. */
  choose(node: number): void;
}

/** The most neighbours that are listed. */
const MOST = 60;

/** Shows a DAG, and one of its tasks where one is chosen. */
export function showDetails(dag: PageDag, chosen: number | null, context: DetailsContext): void {
  const place = byId("details", HTMLElement);
  const node = chosen === null ? undefined : dag.graph.nodes[chosen];
  place.replaceChildren(...(chosen !== null && node ? nodeParts(dag, chosen, node, context) : dagParts(dag, context)));
}

/** Empties the details, as for the graph between DAGs. */
export const clearDetails = (): void =>
  byId("details", HTMLElement).replaceChildren(
    title("All DAGs"),
    h("p", {}, "Choose a DAG in the graph to look into it."),
  );

/** Tells of a ring of DAGs. */
export const showRing = ({ title: dags, words }: PageRing): void =>
  byId("details", HTMLElement).replaceChildren(
    title("DAGs that wait for each other: ", h("code", {}, dags)),
    h("p", {}, ...richNodes(words)),
    h("p", {}, "Choose a sensor or a task in the graph to look into it."),
  );

const title = (...parts: readonly (Node | string)[]): HTMLElement => h("h3", { id: "details-title" }, ...parts);

function dagParts(dag: PageDag, { data, mode }: DetailsContext): Node[] {
  return [
    title("DAG ", h("code", {}, dag.id)),
    ...facts(dag.words.map((words) => richNodes(words))),
    ...code(
      dag,
      dag.code && codeView(data, { code: dag.code, places: { base: null, head: null } }, mode, data.compared),
    ),
  ];
}

function nodeParts(dag: PageDag, at: number, node: PageNode, context: DetailsContext): Node[] {
  const { task } = node;
  const name = h("code", {}, task?.id ?? node.label);
  const state = node.state === "same" ? [] : [h("span", { class: `badge ${node.state}` }, MEANINGS[node.state])];
  const around = [neighbours(dag, at, "up", context), neighbours(dag, at, "down", context)];
  if (!task) return [title("DAG ", name), h("p", {}, "It waits for this DAG."), ...around];
  const rows: [string, Node | string][] = [
    ["Operator", task.operator === null ? "not known" : h("code", {}, task.operator)],
    ...(task.head ? [placeRow("Written in", task.head, context)] : []),
    ...(task.base && task.base.file !== task.head?.file ? [placeRow("Before in", task.base, context)] : []),
  ];
  const places = { base: task.base, head: task.head };
  return [
    title("Task ", name, " ", ...state),
    h("dl", {}, ...rows.flatMap(([term, value]) => [h("dt", {}, term), h("dd", {}, value)])),
    ...around,
    ...task.findings.map(([severity, message]) =>
      h(
        "p",
        { class: `finding ${severity}` },
        h("span", { class: `badge ${severity}` }, severity),
        " ",
        ...richNodes(message),
      ),
    ),
    ...facts(task.words.map((words) => richNodes(words))),
    ...code(
      dag,
      dag.code && (task.head || task.base)
        ? codeView(context.data, { code: dag.code, places }, context.mode, context.data.compared)
        : null,
    ),
  ];
}

const placeRow = (
  term: string,
  place: { readonly file: number; readonly line: number },
  { data }: DetailsContext,
): [string, Node] => [term, h("code", {}, `${data.files[place.file]?.path ?? ""}:${place.line}`)];

const facts = (lines: readonly (readonly (Node | string)[])[]): Node[] =>
  lines.length === 0 ? [] : [h("ul", { class: "facts" }, ...lines.map((line) => h("li", {}, ...line)))];

const code = (dag: PageDag, view: HTMLElement | null): Node[] => [
  ...(dag.why === null
    ? []
    : [
        h(
          "p",
          { class: "meta" },
          `No generated Python${dag.code ? " of one version" : ""}: `,
          ...richNodes(richOf(dag.why)),
          ".",
        ),
      ]),
  ...(view ? [view] : []),
];

/** The tasks before or after one, as buttons that go there. */
function neighbours(dag: PageDag, at: number, end: "up" | "down", context: DetailsContext): HTMLElement {
  const other = end === "up" ? "down" : "up";
  const edges = dag.graph.edges.filter((edge) => edge[other] === at && isIn(edge.sides, context.mode));
  const items = edges.slice(0, MOST).map((edge) => {
    const label = dag.graph.nodes[edge[end]]?.label ?? "";
    const mark = context.mode !== "both" || edge.sides === "both" ? "" : edge.sides === "head" ? "new: " : "removed: ";
    const button = h("button", { type: "button", class: "link" }, `${mark}${label}`);
    button.addEventListener("click", () => context.choose(edge[end]));
    return h("li", {}, button);
  });
  if (edges.length > MOST) items.push(h("li", {}, `and ${edges.length - MOST} more`));
  const words = end === "up" ? "Runs after" : "Runs before";
  return h(
    "div",
    { class: "around" },
    h("h4", {}, words),
    items.length === 0 ? h("p", {}, "nothing") : h("ul", {}, ...items),
  );
}
