import type { Review } from "../../model/review.ts";
import { changeInWords, downstreamInWords } from "../change-words.ts";
import { type DagRow, dagRows, type RowMark } from "../dag-rows.ts";
import { count } from "../rich.ts";
import { hashOf } from "./findings-html.ts";
import { element, type Html, joinHtml, rich } from "./html-text.ts";

const MARKS: Readonly<Record<RowMark, readonly [sign: string, word: string]>> = {
  fails: ["✖", "does not load"],
  changed: ["~", "changed"],
  added: ["+", "new"],
  removed: ["−", "removed"],
  affected: ["→", "affected"],
  same: ["=", "no difference"],
};

/** The affected DAGs as a table, and what changes in each in words; nothing where one version alone is looked at. */
export function dagsHtml(review: Review): Html {
  if (!review.base) return joinHtml([]);
  const rows = dagRows(review);
  const title = element("h2", { id: "dags-title" }, "What changes");
  const untouched = review.changes.length - rows.length;
  const note = untouched > 0 ? [element("p", { class: "meta" }, `${count(untouched, "more DAG")} untouched.`)] : [];
  const body = rows.length === 0 ? [element("p", {}, "No DAG changes.")] : [tableOf(rows), ...wordsOf(review, rows)];
  return element("section", { id: "dags", "aria-labelledby": "dags-title" }, title, ...body, ...note);
}

const HEADERS = ["DAG", "Change", "Tasks", "Dependencies", "Schedule", "Waiting for it", "Owners"];

function tableOf(rows: readonly DagRow[]): Html {
  const cells = (row: DagRow): Html[] => {
    const [sign, word] = MARKS[row.mark];
    const mark = element("span", { class: `sign ${row.mark}`, title: word }, sign);
    return [
      element(
        "th",
        { scope: "row" },
        element("a", { class: "to-graph", href: hashOf(row.change.id) }, element("code", {}, row.change.id)),
      ),
      element("td", {}, mark, " ", rich(row.what)),
      ...[[row.tasks], [row.edges], row.schedule, row.waiting, row.owners].map((cell) => element("td", {}, rich(cell))),
    ];
  };
  return element(
    "div",
    { class: "wide", tabindex: "0", role: "region", "aria-label": "Affected DAGs" },
    element(
      "table",
      {},
      element("thead", {}, element("tr", {}, ...HEADERS.map((name) => element("th", { scope: "col" }, name)))),
      element("tbody", {}, ...rows.map((row) => element("tr", {}, ...cells(row)))),
    ),
  );
}

function wordsOf(review: Review, rows: readonly DagRow[]): Html[] {
  return rows
    .filter(({ mark }) => mark !== "affected" && mark !== "same")
    .map(({ change }, at) => {
      const facts = [...changeInWords(change), ...downstreamInWords(change, review)];
      const summary = element("summary", {}, element("code", {}, change.id), ": ", count(facts.length, "fact"));
      const list = element("ul", {}, ...facts.map((fact) => element("li", {}, rich(fact))));
      return element("details", { open: at < 3 }, summary, list);
    });
}
