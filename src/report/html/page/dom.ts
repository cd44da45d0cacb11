import type { Piece, Rich } from "../../rich.ts";

type Child = Node | string;
type Attributes = Readonly<Record<string, string | boolean | number | null>>;

const SVG = "http://www.w3.org/2000/svg";

function fill<T extends Element>(made: T, attributes: Attributes, children: readonly Child[]): T {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue;
    made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children);
  return made;
}

/** An HTML element; strings become text, never markup. */
export const h = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] => fill(document.createElement(name), attributes, children);

/** An SVG element. */
export const s = <K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] => fill(document.createElementNS(SVG, name), attributes, children);

/** Rich text as nodes. */
export const richNodes = (words: Rich): Child[] => words.map(pieceNode);

function pieceNode(piece: Piece): Child {
  if (typeof piece === "string") return piece;
  if (piece.t === "code") return h("code", {}, piece.text);
  return h(piece.t === "strong" ? "strong" : "span", {}, ...richNodes(piece.of));
}

/** The element of the page with this id. It is part of the page, so that it is missing only by a mistake of ours. */
export function byId<T extends HTMLElement>(id: string, kind: abstract new () => T): T {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`the page has no ${id}`);
}

/** The element of the page with this id, or `null` where this report leaves it out. */
export const optional = (id: string): HTMLElement | null => document.getElementById(id);
