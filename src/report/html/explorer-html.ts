import type { Review } from "../../model/review.ts";
import { dagRings, ringTitle } from "../dag-rings.ts";
import { count } from "../rich.ts";
import { element, type Html } from "./html-text.ts";

/** The frame in which the page's script draws graphs: controls, stage, details. Hidden until the script runs. */
export function explorerHtml(review: Review): Html {
  const compared = review.base !== null;
  return element(
    "section",
    { id: "explorer", "aria-labelledby": "explorer-title" },
    element("h2", { id: "explorer-title" }, "Look around"),
    element("noscript", {}, element("p", {}, "The graphs need JavaScript. All findings and changes are above.")),
    element(
      "div",
      { id: "tools", hidden: true },
      element(
        "div",
        { class: "controls" },
        element("label", {}, "Graph ", dagSelect(review)),
        ...(compared ? [modes(), checkbox("changed-only", "Changed only")] : []),
        ...(compared
          ? [button("previous", "‹", "Previous change"), button("next", "Next change ›", "Next change")]
          : []),
        button("collapse", "Collapse groups"),
        button("expand", "Expand groups"),
        element("span", { class: "search" }, element("label", { for: "search" }, "Search "), searchInput()),
      ),
      element("div", { id: "results" }),
      element("p", { id: "status", role: "status" }),
      element("div", { id: "stage" }, element("div", { id: "graph" }), zoomButtons()),
      element("ul", { id: "legend", "aria-label": "Legend" }),
      element(
        "p",
        { class: "meta help" },
        "Drag to move; click into the graph, then scroll to zoom. Keys: arrows follow the dependencies, Enter opens, / searches, n and p go to the next and previous change, + − 0 zoom.",
      ),
      element("section", { id: "details", "aria-labelledby": "details-title", tabindex: "-1" }),
    ),
  );
}

function dagSelect(review: Review): Html {
  const option = (value: string, words: string): Html => element("option", { value }, words);
  const dags = review.changes.map(({ id, kind, head, base }, at) => {
    const size = count((head ?? base)?.tasks.length ?? 0, "task");
    return option(String(at), `${id} (${kind === "unchanged" ? "" : `${kind}, `}${size})`);
  });
  const rings = dagRings(review, review.findings).map(({ steps }, at) =>
    option(String(review.changes.length + at), `In a ring, each waiting for the other: ${ringTitle(steps)}`),
  );
  return element("select", { id: "dag" }, option("between", "All DAGs, and which waits for which"), ...rings, ...dags);
}

function modes(): Html {
  const radio = (value: string, words: string, checked: boolean): Html =>
    element("label", {}, element("input", { type: "radio", name: "mode", value, checked }), ` ${words}`);
  return element(
    "fieldset",
    { id: "modes" },
    element("legend", {}, "Version"),
    radio("before", "Before", false),
    radio("both", "Both", true),
    radio("after", "After", false),
  );
}

const checkbox = (id: string, words: string): Html =>
  element("label", {}, element("input", { type: "checkbox", id }), ` ${words}`);

const button = (id: string, words: string, label: string | null = null): Html =>
  element("button", { type: "button", id, "aria-label": label, title: label }, words);

const searchInput = (): Html =>
  element("input", {
    type: "search",
    id: "search",
    placeholder: "task, operator, file",
    autocomplete: "off",
    spellcheck: "false",
  });

const zoomButtons = (): Html =>
  element(
    "div",
    { class: "zoom" },
    button("zoom-in", "+", "Zoom in"),
    button("zoom-out", "−", "Zoom out"),
    button("fit", "⤢", "Show all"),
  );
