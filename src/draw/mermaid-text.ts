import type { EdgeState, NodeState } from "./drawing.ts";
import { escapeLabel, visibleName } from "./label.ts";
import type { Scene, SceneEdge, SceneNode } from "./scene.ts";
import { EDGE_STYLES, FOLD_CSS, GROUP_CSS, NODE_STYLES, OUTSIDE_CSS } from "./styles.ts";

/** A scene as the text of a Mermaid flowchart. Ids are `n0`, `n1`, … and `g0`, …; every name passes the escaper. */
export function mermaidText(scene: Scene, direction: "LR" | "TB"): string {
  const ids = new Map(scene.nodes.map((node, index) => [node.key, `n${index}`]));
  const boxes = boxLines(scene, ids, direction);
  const edges = scene.edges.filter(({ up, down }) => ids.has(up) && ids.has(down));
  const lines = [
    ...boxes,
    ...edges.map(({ up, down, state }) => `${ids.get(up)} ${EDGE_STYLES[state].arrow} ${ids.get(down)}`),
    ...classLines(scene.nodes),
    ...groupLines(boxes),
    ...linkLines(edges),
  ];
  return [`flowchart ${direction}`, ...lines.map((line) => `  ${line}`), ""].join("\n");
}

const SHAPES: Readonly<Record<SceneNode["shape"], readonly [string, string]>> = {
  task: ["[", "]"],
  sensor: ["([", "])"],
  outside: ["([", "])"],
  fold: ["[[", "]]"],
};

/** A subgraph without an arrow in or out would turn its own way: each one says the direction. */
function boxLines(scene: Scene, ids: ReadonlyMap<string, string>, direction: "LR" | "TB"): string[] {
  const known = new Set(scene.groups.map(({ id }) => id));
  const place = (group: string | null): string | null => (group !== null && known.has(group) ? group : null);
  const lines = (parent: string | null, depth: number): string[] => {
    const own = scene.nodes.filter(({ group }) => place(group) === parent);
    const inner = scene.groups.flatMap((group, index) => {
      if (place(group.parent) !== parent || depth > MAX_DEPTH) return [];
      const content = lines(group.id, depth + 1);
      return content.length === 0
        ? []
        : [`subgraph g${index}["${label(group.label)}"]`, ...[`direction ${direction}`, ...content].map(indent), "end"];
    });
    return [...own.map((node) => boxLine(node, ids.get(node.key) ?? "")), ...inner];
  };
  return lines(null, 0);
}

/** Folders are never that deep; what is deeper is left out, not recursed into. */
const MAX_DEPTH = 100;

const indent = (line: string): string => `  ${line}`;
const label = (name: string): string => escapeLabel(visibleName(name));

function boxLine(node: SceneNode, id: string): string {
  const [open, close] = SHAPES[node.shape];
  const sign = node.state === "same" ? "" : NODE_STYLES[node.state].sign;
  const name = escapeLabel(`${sign}${sign === "" ? "" : " "}${visibleName(node.label)}`);
  const note = node.note === null ? "" : `<br/>${label(node.note)}`;
  const style = classOf(node);
  return `${id}${open}"${name}${note}"${close}${style === null ? "" : `:::${style}`}`;
}

type NodeClass = Exclude<NodeState, "same"> | "outside" | "fold";

const classOf = ({ state, shape }: SceneNode): NodeClass | null => {
  if (state !== "same") return state;
  return shape === "outside" || shape === "fold" ? shape : null;
};

function classLines(nodes: readonly SceneNode[]): string[] {
  const used = new Set(nodes.map(classOf));
  const css: readonly (readonly [NodeClass, string])[] = [
    ["added", NODE_STYLES.added.css],
    ["removed", NODE_STYLES.removed.css],
    ["changed", NODE_STYLES.changed.css],
    ["affected", NODE_STYLES.affected.css],
    ["outside", OUTSIDE_CSS],
    ["fold", FOLD_CSS],
  ];
  return css.filter(([name]) => used.has(name)).map(([name, style]) => `classDef ${name} ${style}`);
}

function groupLines(boxes: readonly string[]): string[] {
  const groups = boxes.flatMap((line) => /^ *subgraph (g[0-9]+)/.exec(line)?.[1] ?? []);
  return groups.length === 0 ? [] : [`classDef group ${GROUP_CSS}`, `class ${groups.join(",")} group`];
}

function linkLines(edges: readonly SceneEdge[]): string[] {
  const states: readonly EdgeState[] = ["added", "removed", "ring"];
  return states.flatMap((state) => {
    const numbers = edges.flatMap((edge, index) => (edge.state === state ? [index] : []));
    return numbers.length === 0 ? [] : [`linkStyle ${numbers.join(",")} ${EDGE_STYLES[state].css}`];
  });
}
