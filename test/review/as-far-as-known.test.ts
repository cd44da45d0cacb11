import { describe, expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import type { Review } from "../../src/model/review.ts";
import { renderComment } from "../../src/report/comment.ts";
import { noLinks } from "../../src/report/links.ts";
import { reviewProjects } from "../../src/review.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";

const HEAD = `import os
from gusty import create_dag
mill = create_dag(os.path.join(os.path.dirname(__file__), "mill"), schedule=None, latest_only=False)
`;
const QUERY = `from airflow.models import BaseOperator

class QueryOperator(BaseOperator):
    def __init__(self, sql, **kwargs):
        super().__init__(**kwargs)
        self.dependencies = sql.split(" ")
`;
const TASK = "operator: airflow.operators.empty.EmptyOperator\n";
const PINS = { "requirements.txt": "gusty==0.23.1\napache-airflow==3.3.2\n" };
const RULE = 'operators: { dependencies: [{ class: local.QueryOperator, argument: sql, pattern: "\\\\w+" }] }\n';

type Files = Readonly<Record<string, string>>;

async function reviewOf(base: Files, change: Files): Promise<Review> {
  const before = await readProject(memorySnapshot({ ...PINS, ...base }));
  return reviewProjects(
    before,
    await readProject(memorySnapshot({ ...PINS, ...base, ...change }), { config: before.config }),
  );
}

const wordsOf = (review: Review): string => renderComment(review, { links: noLinks });

const COMPUTED: Files = {
  "dags/entry.py": HEAD,
  "operators/query_operator.py": QUERY,
  "dags/mill/grind.yml": TASK,
  "dags/mill/bake.yml": 'operator: local.QueryOperator\nsql: "grind"\n',
};

const STATEMENTS: Files = {
  "dags/entry.py": `${HEAD}mill.doc_md = "one"\n`,
  "dags/mill/grind.yml": TASK,
};

describe.each([
  ["edges that operators compute", COMPUTED],
  ["statements after create_dag", STATEMENTS],
])("%s", (_, files) => {
  test("make a DAG that is never called identical", async () => {
    const review = await reviewOf(files, { "dags/mill/grind.yml": `# a note\n${TASK}` });
    expect(review.changes.map(({ kind, hash }) => [kind, hash])).toEqual([["unchanged", { base: null, head: null }]]);
    const words = wordsOf(review);
    expect(words).toContain("as far as known");
    expect(words).not.toContain("identical");
  });

  test("are said beside what changes", async () => {
    const words = wordsOf(await reviewOf(files, { "dags/mill/sow.yml": TASK }));
    expect(words).toContain("as far as known");
  });
});

test("`operators.dependencies` makes such a DAG known", async () => {
  const files = { ...COMPUTED, "windsock.yml": RULE };
  const review = await reviewOf(files, { "dags/mill/grind.yml": `# a note\n${TASK}` });
  expect(review.changes[0]?.head?.edges.map(({ up, down }) => [up, down])).toEqual([["grind", "bake"]]);
  expect(review.changes[0]?.hash.head).not.toBeNull();
  expect(wordsOf(review)).toContain("identical");
  expect(wordsOf(review)).not.toContain("as far as known");
});

test("a change of a statement after create_dag, or of what it needs, is a change of the DAG", async () => {
  const entry = (text: string, what: string): string => `TEXT = "${text}"\n${HEAD}mill.${what} = TEXT\n`;
  const files = { ...STATEMENTS, "dags/entry.py": entry("one", "doc_md") };
  for (const changed of [entry("two", "doc_md"), entry("one", "description")]) {
    const [change] = (await reviewOf(files, { "dags/entry.py": changed })).changes;
    expect(change?.kind).toBe("changed");
    expect(change?.settings.map(({ path }) => path)).toEqual(["statements after create_dag"]);
  }
});
