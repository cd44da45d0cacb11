import type { PageData } from "../page-data.ts";
import { byId, h } from "./dom.ts";

/** One thing that a search finds. */
interface Hit {
  readonly dag: number;
  readonly node: number | null;
  readonly label: string;
}

/** The most hits that are listed. */
const MOST = 30;

/** DAGs and tasks whose id, operator or file holds all words, those of `first` (a DAG) first. */
export function search(data: PageData, query: string, first: number | null): { hits: Hit[]; total: number } {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return { hits: [], total: 0 };
  const holds = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word));
  const hits = data.dags.flatMap((dag, at): Hit[] => [
    ...(holds(dag.id) ? [{ dag: at, node: null, label: dag.id }] : []),
    ...dag.graph.nodes.flatMap(({ task }, node): Hit[] => {
      if (!task) return [];
      const paths = [task.head, task.base].map((place) => (place ? (data.files[place.file]?.path ?? "") : ""));
      const text = `${task.id} ${task.operator ?? ""} ${paths.join(" ")}`;
      return holds(text) ? [{ dag: at, node, label: `${dag.id} › ${task.id}` }] : [];
    }),
  ]);
  const ordered = [...hits.filter(({ dag }) => dag === first), ...hits.filter(({ dag }) => dag !== first)];
  return { hits: ordered.slice(0, MOST), total: hits.length };
}

/** Connects the search field: what it finds is listed below it, and Enter goes to the first. */
export function connectSearch(
  data: PageData,
  current: () => number | null,
  go: (dag: number, node: number | null) => void,
  say: (words: string) => void,
): void {
  const field = byId("search", HTMLInputElement);
  const list = byId("results", HTMLElement);
  const close = (): void => list.replaceChildren();
  const open = (hit: Hit): void => {
    close();
    go(hit.dag, hit.node);
  };
  field.addEventListener("input", () => {
    const { hits, total } = search(data, field.value, current());
    const items = hits.map((hit) => {
      const button = h("button", { type: "button", class: "link" }, hit.label);
      button.addEventListener("click", () => open(hit));
      return h("li", {}, button);
    });
    list.replaceChildren(...(items.length > 0 ? [h("ul", {}, ...items)] : []));
    const more = total > hits.length ? `, the first ${hits.length} shown` : "";
    say(field.value.trim() === "" ? "" : `${total === 0 ? "Nothing" : total} found${more}.`);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (event.key !== "Enter") return;
    const [hit] = search(data, field.value, current()).hits;
    if (hit) open(hit);
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    field.focus();
  });
}
