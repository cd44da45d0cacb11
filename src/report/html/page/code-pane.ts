import type { CodeRow } from "./code-rows.ts";
import { h } from "./dom.ts";

/** A pane with lines of code whose numbers can be chosen. */
export interface CodePane {
  readonly element: HTMLElement;
  /** Shows rows in pieces; between two pieces lines are left out. `marked`: what one version alone has stands out. */
  show(pieces: readonly (readonly CodeRow[])[], isMapped: (row: CodeRow) => boolean, marked: boolean): void;
  /** Marks the rows that fit, and scrolls to the first. Gives how many there are. */
  highlight(fits: (row: CodeRow) => boolean): number;
}

/** Makes a pane; `chosen` is told the row of a number that is clicked. */
export function createCodePane(label: string, chosen: (row: CodeRow) => void): CodePane {
  const list = h("div", { class: "code", role: "group", "aria-label": label });
  let shown: { row: CodeRow; line: HTMLElement }[] = [];
  list.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    const buttons = [...list.querySelectorAll("button")];
    const next = buttons[buttons.findIndex((one) => one.matches(":focus")) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  return {
    element: list,
    show(pieces, isMapped, marked) {
      shown = [];
      const parts = pieces.map((rows) => {
        const lines = rows.map((row) => {
          const line = lineOf(row, isMapped(row), marked, chosen);
          shown.push({ row, line });
          return line;
        });
        return h("div", { class: "piece" }, ...blocksOf(lines));
      });
      list.replaceChildren(...parts);
      const [first] = list.querySelectorAll("button");
      first?.setAttribute("tabindex", "0");
    },
    highlight(fits) {
      let first: HTMLElement | null = null;
      let count = 0;
      for (const { row, line } of shown) {
        const fit = fits(row);
        line.classList.toggle("lit", fit);
        if (!fit) continue;
        count++;
        first ??= line;
      }
      if (first) list.scrollTop = Math.max(0, first.offsetTop - list.offsetTop - list.clientHeight / 3);
      return count;
    },
  };
}

/** Lines in one block. */
const BLOCK = 100;

/** Lines in blocks that the browser lays out only where they are seen, so that a long file does not slow down the graph. */
function blocksOf(lines: readonly HTMLElement[]): HTMLElement[] {
  const blocks: HTMLElement[] = [];
  for (let at = 0; at < lines.length; at += BLOCK) {
    const some = lines.slice(at, at + BLOCK);
    const block = h("div", { class: "block" }, ...some);
    block.style.containIntrinsicBlockSize = `auto ${some.length * LINE_HEIGHT}px`;
    blocks.push(block);
  }
  return blocks;
}

/** As in the styles, in pixels. */
const LINE_HEIGHT = 19;

function lineOf(row: CodeRow, mapped: boolean, marked: boolean, chosen: (row: CodeRow) => void): HTMLElement {
  const state = !marked ? "" : row.head === null ? "minus" : row.base === null ? "plus" : "";
  const number = String(row.head ?? row.base ?? "");
  const mark = mapped
    ? h(
        "button",
        { type: "button", class: "no", tabindex: "-1", "aria-label": `Line ${number}: show its other side` },
        number,
      )
    : h("span", { class: "no" }, number);
  if (mapped) mark.addEventListener("click", () => chosen(row));
  return h("div", { class: `row ${state}` }, mark, h("span", { class: "text" }, row.text));
}
