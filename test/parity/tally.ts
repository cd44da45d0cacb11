import type { AirflowMajor } from "../../src/model/version.ts";
import type { Verdict } from "./judge-trees.ts";

/** What a run of generated projects found. */
export interface Tally {
  add(index: number, verdict: Verdict): void;
  /** The project in which each kind of difference was first seen. */
  readonly first: ReadonlyMap<string, number>;
  text(): string;
}

const WINDSOCK = ["fails", "built", "undecided"] as const;
const GUSTY = ["raises", "builds"] as const;

/** Counts the verdicts of one Airflow. */
export function emptyTally(airflow: AirflowMajor, seed: number): Tally {
  const started = performance.now();
  const matrix = new Map<string, number>();
  const kinds = new Map<string, number[]>();
  const open = new Map<string, number[]>();
  const raisedBy = new Map<string, number[]>();
  const first = new Map<string, number>();
  const details = new Map<string, string>();
  let count = 0;
  return {
    first,
    add(index, { windsock, gusty, difference, open: reasons, raised }) {
      count++;
      const cell = `${windsock} ${gusty}`;
      matrix.set(cell, (matrix.get(cell) ?? 0) + 1);
      for (const reason of new Set(reasons)) open.set(reason, [...(open.get(reason) ?? []), index]);
      for (const error of new Set(raised)) raisedBy.set(error, [...(raisedBy.get(error) ?? []), index]);
      if (!difference) return;
      kinds.set(difference.kind, [...(kinds.get(difference.kind) ?? []), index]);
      if (first.has(difference.kind)) return;
      first.set(difference.kind, index);
      details.set(difference.kind, difference.detail);
    },
    text() {
      const seconds = (performance.now() - started) / 1000;
      const wrong = [...kinds.values()].reduce((sum, indexes) => sum + indexes.length, 0);
      return [
        `Airflow ${airflow}, seed ${seed}: ${count} projects in ${seconds.toFixed(0)} s (${(count / seconds).toFixed(1)} a second), ${wrong} with differences`,
        `${"".padEnd(12)}${GUSTY.map((word) => `gusty ${word}`.padStart(14)).join("")}`,
        ...WINDSOCK.map(
          (word) =>
            word.padEnd(12) + GUSTY.map((other) => String(matrix.get(`${word} ${other}`) ?? 0).padStart(14)).join(""),
        ),
        ...lines("Differences", kinds).map((line) => {
          const detail = details.get(line.slice(8).replace(/ {2}\([^()]*\)$/, ""));
          return detail === undefined ? line : `${line}\n${detail.slice(0, 900).replaceAll(/^/gm, "          ")}`;
        }),
        ...lines("Undecided", open),
        ...lines("Raised", raisedBy),
      ].join("\n");
    },
  };
}

function lines(title: string, found: ReadonlyMap<string, readonly number[]>): string[] {
  const sorted = [...found].sort(([, a], [, b]) => b.length - a.length);
  return sorted.length === 0
    ? []
    : [
        `${title}:`,
        ...sorted.map(([kind, at]) => `${String(at.length).padStart(6)}  ${kind}  (${at.slice(0, 4).join(", ")})`),
      ];
}
