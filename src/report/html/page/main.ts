import type { PageData, PageGraph, PageRing } from "../page-data.ts";
import { clearDetails, showDetails, showRing } from "./details.ts";
import { byId, h, optional } from "./dom.ts";
import { MEANINGS, SIGNS } from "./draw-graph.ts";
import { createGraphView } from "./graph-view.ts";
import { connectSearch } from "./search.ts";
import { ancestors, firstCollapsed, isChange, isIn, type Mode, type View, type VisibleGraph } from "./visible-graph.ts";

const data: PageData = JSON.parse(byId("review-data", HTMLScriptElement).textContent ?? "");

/** What is shown now. `dag` is `null` for the graph between DAGs; after the last DAG come the rings of DAGs. */
interface State extends View {
  readonly dag: number | null;
  readonly node: number | null;
}

let state: State = {
  dag: null,
  node: null,
  mode: data.compared ? "both" : "after",
  changedOnly: false,
  collapsed: new Set(),
};

const ringOf = (dag: number | null): PageRing | undefined =>
  dag === null ? undefined : data.rings[dag - data.dags.length];
const graphOf = (dag: number | null): PageGraph =>
  (dag === null ? undefined : (data.dags[dag] ?? ringOf(dag)))?.graph ?? data.between;
const say = (words: string): void => {
  byId("status", HTMLElement).textContent = words;
};

const graphView = createGraphView({
  choose: (node) => chooseNode(node, true),
  toggle(group) {
    const collapsed = new Set(state.collapsed);
    if (!collapsed.delete(group)) collapsed.add(group);
    state = { ...state, collapsed };
    draw(true);
    say(`Group ${graphOf(state.dag).groups[group]?.label ?? ""} ${collapsed.has(group) ? "collapsed" : "expanded"}.`);
  },
});

function draw(keep: boolean): void {
  const dag = state.dag === null ? undefined : data.dags[state.dag];
  const graph = graphOf(state.dag);
  const ring = ringOf(state.dag);
  const what = dag
    ? `Graph of ${dag.id}, ${graph.nodes.length} nodes`
    : ring
      ? `Graph of DAGs that wait for each other: ${ring.title}`
      : `Graph between ${graph.nodes.length} DAGs`;
  const visible = graphView.show(graph, state, what, keep);
  graphView.mark(state.node, false);
  showLegend(visible);
  if (visible.nodes.length === 0)
    say(state.changedOnly ? "Nothing changes here." : "There is nothing in this version.");
}

/** What the shapes that are not a task's mean. */
const SHAPES = { sensor: "waits for another DAG", outside: "another DAG" } as const;

function showLegend({ nodes, edges }: VisibleGraph): void {
  const states = (["added", "removed", "changed", "affected"] as const).filter((one) =>
    nodes.some((node) => node.state === one),
  );
  const looks = (["added", "removed", "ring"] as const).filter((one) => edges.some((edge) => edge.state === one));
  const words = { added: "new dependency", removed: "removed dependency", ring: "part of a cycle" };
  const shapes = (["sensor", "outside"] as const).filter((one) => nodes.some((node) => node.shape === one));
  byId("legend", HTMLElement).replaceChildren(
    ...states.map((one) => h("li", { class: `key ${one}` }, `${SIGNS[one]}${MEANINGS[one]}`)),
    ...looks.map((one) => h("li", { class: `key line ${one}` }, words[one])),
    ...shapes.map((one) => h("li", { class: `key ${one}` }, SHAPES[one])),
  );
}

function details(): void {
  const dag = state.dag === null ? undefined : data.dags[state.dag];
  const ring = ringOf(state.dag);
  if (ring) showRing(ring);
  else if (!dag) clearDetails();
  else showDetails(dag, state.node, { data, mode: state.mode, choose: (node) => goTo(state.dag, node, true) });
}

function writeHash(): void {
  const dag = state.dag === null ? undefined : data.dags[state.dag];
  const task = state.node === null ? null : (dag?.graph.nodes[state.node]?.task?.id ?? null);
  const part = (name: string, value: string): string => `${name}=${encodeURIComponent(value)}`;
  const ring = state.dag !== null && ringOf(state.dag) ? `#ring=${state.dag - data.dags.length}` : null;
  const hash = dag ? `#${part("dag", dag.id)}${task === null ? "" : `&${part("task", task)}`}` : (ring ?? "#explorer");
  // A page from a disk may not be allowed to write its own address.
  try {
    history.replaceState(null, "", hash);
  } catch {
    location.hash = hash;
  }
}

/** A node was chosen: what leads elsewhere opens there, a task is shown. */
function chooseNode(node: number, fromGraph: boolean): void {
  const chosen = graphOf(state.dag).nodes[node];
  const leads = chosen?.leads ?? null;
  if (leads !== null) {
    goTo(leads.dag, nodeOf(leads.dag, leads.task), fromGraph);
    return;
  }
  state = { ...state, node };
  graphView.mark(node, false);
  details();
  writeHash();
  say(`${chosen?.label ?? ""} is shown below the graph.`);
}

/** Shows a DAG, and one of its nodes with the groups around it open. */
function goTo(dag: number | null, node: number | null, focus: boolean): void {
  const graph = graphOf(dag);
  const other = dag !== state.dag;
  const collapsed = new Set(other ? firstCollapsed(graph) : state.collapsed);
  const at = node === null ? undefined : graph.nodes[node];
  if (at) for (const group of ancestors(graph, at.group)) collapsed.delete(group);
  const hidden = at !== undefined && at.state === "same";
  state = { ...state, dag, node, collapsed, changedOnly: state.changedOnly && !hidden };
  const changedOnly = optional("changed-only");
  if (changedOnly instanceof HTMLInputElement) changedOnly.checked = state.changedOnly;
  byId("dag", HTMLSelectElement).value = dag === null ? "between" : String(dag);
  draw(!other);
  details();
  writeHash();
  if (node !== null) graphView.mark(node, focus);
}

/** Goes to the next change of this graph, or with -1 to the previous one. */
function step(by: 1 | -1): void {
  const { nodes } = graphOf(state.dag);
  const changes = nodes.flatMap((node, at) => (isChange(node.state) && isIn(node.sides, state.mode) ? [at] : []));
  const here = state.node ?? (by === 1 ? -1 : nodes.length);
  const next = by === 1 ? changes.find((at) => at > here) : changes.findLast((at) => at < here);
  const node = next ?? (by === 1 ? changes[0] : changes.at(-1));
  if (node === undefined) {
    say("Nothing changes here.");
    return;
  }
  goTo(state.dag, node, false);
  say(`Change ${changes.indexOf(node) + 1} of ${changes.length}: ${nodes[node]?.label ?? ""}.`);
}

/** The node of a task, by its id or by what is left of it in its group; `null` where there is none. */
function nodeOf(dag: number, task: string | null): number | null {
  const { nodes } = graphOf(dag);
  const exact = nodes.findIndex((node) => node.task?.id === task);
  const node = exact >= 0 ? exact : nodes.findIndex((one) => one.task?.id.endsWith(`.${task}`));
  return task === null || node < 0 ? null : node;
}

/** Goes where the address says; false where it says nothing that is here. */
function followHash(focus: boolean): boolean {
  const wanted = new URLSearchParams(location.hash.slice(1));
  const ring = wanted.get("ring");
  const dag =
    ring === null ? data.dags.findIndex(({ id }) => id === wanted.get("dag")) : data.dags.length + Number(ring);
  if (data.dags[dag] === undefined && ringOf(dag) === undefined) return false;
  goTo(dag, nodeOf(dag, wanted.get("task")), focus);
  byId("explorer", HTMLElement).scrollIntoView({ block: "start" });
  return true;
}

function connect(): void {
  const onChange = (id: string, change: (element: HTMLElement) => void): void => {
    const element = optional(id);
    element?.addEventListener("change", () => change(element));
  };
  const onClick = (id: string, act: () => void): void => optional(id)?.addEventListener("click", act);
  onChange("dag", () => {
    const { value } = byId("dag", HTMLSelectElement);
    goTo(value === "between" ? null : Number(value), null, false);
  });
  onChange("modes", (modes) => {
    const chosen = modes.querySelector<HTMLInputElement>("input:checked")?.value;
    const mode: Mode = chosen === "before" || chosen === "after" ? chosen : "both";
    state = { ...state, mode };
    draw(false);
    details();
  });
  onChange("changed-only", (box) => {
    state = { ...state, changedOnly: box instanceof HTMLInputElement && box.checked };
    draw(false);
  });
  const collapse = (collapsed: ReadonlySet<number>): void => {
    state = { ...state, collapsed };
    draw(false);
  };
  onClick("collapse", () => collapse(new Set(graphOf(state.dag).groups.keys())));
  onClick("expand", () => collapse(new Set()));
  onClick("fit", () => graphView.fit());
  onClick("zoom-in", () => graphView.zoomBy(1.4));
  onClick("zoom-out", () => graphView.zoomBy(1 / 1.4));
  onClick("next", () => step(1));
  onClick("previous", () => step(-1));
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n" || event.key === "p") step(event.key === "n" ? 1 : -1);
  });
  connectSearch(
    data,
    () => state.dag,
    (dag, node) => goTo(dag, node, true),
    say,
  );
  window.addEventListener("hashchange", () => followHash(true));
  window.addEventListener("beforeprint", () => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
    graphView.print(true);
  });
  window.addEventListener("afterprint", () => graphView.print(false));
}

/** The DAG to begin with: the one in which most changes; else the only one, else the graph between DAGs. */
function firstDag(): number | null {
  const changes = data.dags.map(({ graph }) => graph.nodes.filter((node) => isChange(node.state)).length);
  const most = Math.max(0, ...changes);
  if (most > 0) return changes.indexOf(most);
  return data.dags.length === 1 ? 0 : null;
}

byId("tools", HTMLElement).hidden = false;
connect();
if (!followHash(false)) {
  const dag = firstDag();
  state = { ...state, dag, collapsed: firstCollapsed(graphOf(dag)) };
  byId("dag", HTMLSelectElement).value = dag === null ? "between" : String(dag);
  draw(false);
  details();
}
