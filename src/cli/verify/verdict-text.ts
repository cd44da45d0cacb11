import { visibleLine } from "../../report/visible.ts";
import type { Verdict } from "./verdicts.ts";

/** The verdicts for people: one line a DAG, and below it every difference. */
export function verdictText(verdicts: readonly Verdict[]): string {
  const width = Math.max(0, ...verdicts.map(({ id }) => id.length));
  const lines = verdicts.flatMap((verdict) => [
    `${verdict.id.padEnd(width)}  ${inWords(verdict)}`,
    ...(verdict.is === "differs"
      ? verdict.places.flatMap((place) => place.split("\n").map((line) => `  ${line}`))
      : []),
  ]);
  return `${[...lines, summary(verdicts)].map(visibleLine).join("\n")}\n`;
}

function inWords(verdict: Verdict): string {
  switch (verdict.is) {
    case "same":
      return "same";
    case "fails":
      return `fails under gusty, as Windsock says: ${verdict.raises}`;
    case "differs":
      return verdict.places.length === 1 ? "1 difference" : `${verdict.places.length} differences`;
    case "open":
      return `not compared: ${verdict.why}`;
  }
}

function summary(verdicts: readonly Verdict[]): string {
  const count = (is: Verdict["is"]): number => verdicts.filter((verdict) => verdict.is === is).length;
  const parts = [
    `${count("same")} same`,
    `${count("differs")} different`,
    ...(count("fails") > 0 ? [`${count("fails")} that fail in both`] : []),
    ...(count("open") > 0 ? [`${count("open")} not compared`] : []),
  ];
  return `${verdicts.length} ${verdicts.length === 1 ? "DAG" : "DAGs"}: ${parts.join(", ")}`;
}
