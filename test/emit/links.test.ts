import { describe, expect, test } from "vitest";
import { linkStatements } from "../../src/emit/link-statements.ts";
import { dag, group, link, task } from "./dag-builder.ts";

const EMPTY = "airflow.operators.empty.EmptyOperator";

function statements(...links: string[]): string[] {
  const built = dag({
    groups: [group("g"), group("inner", { parent: "g" }), group("h"), group("none")],
    tasks: [
      ...["a", "b", "c"].map((id) => task({ id, of: EMPTY })),
      task({ id: "in", of: EMPTY, group: "inner" }),
      task({ id: "at", of: EMPTY, group: "h" }),
    ],
    links: links.map((text) => link(text)),
  });
  return linkStatements(built, built.links, ({ id }) => id, 4).map(({ code }) => code);
}

describe("links", () => {
  test("between tasks that follow each other and share an end are one statement", () => {
    expect(statements("a > c", "b > c")).toEqual(["[a, b] >> c"]);
    expect(statements("a > b", "a > c")).toEqual(["a >> [b, c]"]);
    expect(statements("a > b", "b > c")).toEqual(["a >> b", "b >> c"]);
  });

  test("keep gusty's order around a group, whose first tasks depend on it", () => {
    expect(statements("a > c", "b > [g]", "b > c")).toEqual(["a >> c", "b >> g", "b >> c"]);
  });

  test("from a group to a group are set as gusty sets them", () => {
    expect(statements("[g] > [h]")).toEqual(["h.set_upstream(g)"]);
  });

  test("from a group without tasks are set as gusty sets them", () => {
    expect(statements("[none] > a", "[g] > a")).toEqual(["a.set_upstream(none)", "g >> a"]);
  });

  test("are broken where they are too long", () => {
    const long = "x".repeat(60);
    const built = dag({ tasks: [task({ id: "a", of: EMPTY })], links: [link("a > b")] });
    expect(linkStatements(built, built.links, ({ id }) => `${id}_${long}`, 4)[0]?.code).toBe(
      `(\n        a_${long}\n        >> b_${long}\n    )`,
    );
  });
});
