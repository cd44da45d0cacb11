import { describe, expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import { isGustyBefore } from "../../src/config/gusty-release.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";

const OPERATOR = "operator: airflow.operators.empty.EmptyOperator\n";

const entry = (given: string): string => `
import os
from airflow import DAG
from gusty import create_dag

dag = create_dag(os.path.join(os.path.dirname(__file__), "tree"), schedule=None${given})
`;

/** The DAG of a project with a pinned gusty, as its tasks and edges; or what makes it fail. */
async function built(gusty: string, files: Readonly<Record<string, string>>, given = ""): Promise<unknown> {
  const tree = Object.fromEntries(Object.entries(files).map(([path, text]) => [`dags/tree/${path}`, text]));
  const requirements = `apache-airflow==2.11.2\ngusty==${gusty}\n`;
  const { dags } = await readProject(
    memorySnapshot({ "requirements.txt": requirements, "dags/entry.py": entry(given), ...tree }),
  );
  const [dag] = dags;
  if (dag?.outcome !== "built") return dag?.outcome;
  return {
    tasks: dag.tasks.map(({ id }) => id).sort(),
    edges: dag.edges.map(({ up, down }) => `${up} ${down}`).sort(),
  };
}

/** What gusty itself made of these on Airflow 2.11.2, release by release: see `docs/gusty-versions.md`. */
describe("older releases of gusty", () => {
  const two = { "a.yml": `${OPERATOR}external_dependencies:\n- o: x\n- o: y\n` };

  test("of two entries for one DAG the last counted before 0.8; a sensor's name had no DAG in it before 0.14", async () => {
    const sensors = (...names: string[]) => ({
      tasks: ["a", "latest_only", ...names].sort(),
      edges: names.flatMap((name) => [`latest_only ${name}`, `${name} a`]).sort(),
    });
    expect(await built("0.7.2", two)).toEqual(sensors("wait_for_y"));
    expect(await built("0.8.0", two)).toEqual(sensors("wait_for_x", "wait_for_y"));
    expect(await built("0.12.3", two)).toEqual(sensors("wait_for_x", "wait_for_y"));
    expect(await built("0.14.0", two)).toEqual(sensors("wait_for_o_x", "wait_for_o_y"));
  });

  test("the mapping form of external dependencies is read since 0.8", async () => {
    const files = { "a.yml": `${OPERATOR}external_dependencies:\n  o:\n    tasks: [x]\n` };
    expect(await built("0.7.2", files)).toBe("fails");
    expect(await built("0.8.0", files)).toMatchObject({ tasks: ["a", "latest_only", "wait_for_x"] });
  });

  test(".yml between two lines of dashes is read before 0.10", async () => {
    const files = { "a.yml": `---\n${OPERATOR}---\n` };
    expect(await built("0.9.1", files)).toMatchObject({ tasks: ["a", "latest_only"] });
    expect(await built("0.10.0", files)).toBe("fails");
    expect(await built("0.9.1", { "a.yml": `---\n${OPERATOR}` })).toBe("fails");
  });

  test(".gustyignore counts since 0.22", async () => {
    const files = { "a.yml": OPERATOR, "g/.gustyignore": "", "g/b.yml": OPERATOR };
    expect(await built("0.21.0", files)).toMatchObject({ tasks: ["a", "b", "latest_only"] });
    expect(await built("0.22.0", files)).toMatchObject({ tasks: ["a", "latest_only"] });
  });

  test("multi_task_spec counts since 0.9, leaf_tasks_from_dict since 0.12.2", async () => {
    const files = { "a.yml": `${OPERATOR}multi_task_spec:\n  b: {}\n  C: {}\n` };
    expect(await built("0.8.3", files)).toMatchObject({ tasks: ["a", "latest_only"] });
    expect(await built("0.9.0", files)).toMatchObject({ tasks: ["C", "b", "latest_only"] });
    const leaf = ', leaf_tasks_from_dict={"z": {"operator": "airflow.operators.empty.EmptyOperator"}}';
    expect(await built("0.12.1", { "a.yml": OPERATOR }, leaf)).toMatchObject({ tasks: ["a", "latest_only"] });
    expect(await built("0.12.2", { "a.yml": OPERATOR }, leaf)).toMatchObject({ tasks: ["a", "latest_only", "z"] });
  });

  test("METADATA.yml is rendered since 0.12.3, so that an unknown attribute fails only then", async () => {
    const files = { "METADATA.yml": "description: '{{ a.b }}'\n", "a.yml": OPERATOR };
    expect(await built("0.12.2", files)).toMatchObject({ tasks: ["a", "latest_only"] });
    expect(await built("0.12.3", files)).toBe("fails");
  });

  test("texts of tasks are rendered when the DAG is made from 0.10 to 0.17", async () => {
    const command = async (gusty: string) => {
      const task = "operator: airflow.operators.bash.BashOperator\nbash_command: |\n  a {{ ds }}\n    b\n";
      const { dags } = await readProject(
        memorySnapshot({
          "requirements.txt": `apache-airflow==2.11.2\ngusty==${gusty}\n`,
          "dags/entry.py": entry(""),
          "dags/tree/a.yml": task,
        }),
      );
      const field = dags[0]?.tasks.find(({ id }) => id === "a")?.arguments.find(({ key }) => key === "bash_command");
      return field?.value.t === "str" ? field.value.v : field?.value.t;
    };
    expect(await command("0.9.1")).toBe("a {{ ds }}\n  b\n");
    expect(await command("0.10.0")).toBe("a {{ ds }}\nb");
    expect(await command("0.17.2")).toBe("a {{ ds }}\nb");
    expect(await command("0.18.0")).toBe("a {{ ds }}\n  b\n");
  });

  test("the base's arguments reach an operator since 0.16, template fields since 0.22.1", async () => {
    const operators = `
from airflow.models import BaseOperator

class Base(BaseOperator):
    def __init__(self, base_arg=None, **kwargs):
        super().__init__(**kwargs)

class Sub(Base):
    template_fields = ("field",)

    def __init__(self, sub_arg=None, **kwargs):
        super().__init__(**kwargs)
`;
    const keys = async (gusty: string) => {
      const { dags } = await readProject(
        memorySnapshot({
          "requirements.txt": `apache-airflow==2.11.2\ngusty==${gusty}\n`,
          "dags/entry.py": entry(""),
          "dags/tree/a.yml": "operator: base.Sub\nbase_arg: 1\nsub_arg: 2\nfield: 3\n",
          "plugins/base.py": operators,
        }),
      );
      const task = dags[0]?.tasks.find(({ id }) => id === "a");
      return task?.operatorKnown ? task.arguments.map(({ key }) => key).join(" ") : "unknown";
    };
    expect(await keys("0.15.1")).toBe("sub_arg");
    expect(await keys("0.16.0")).toBe("base_arg sub_arg");
    expect(await keys("0.22.0")).toBe("base_arg sub_arg");
    expect(await keys("0.22.1")).toBe("base_arg sub_arg field");
  });

  test("without a pin gusty is the newest, and a pin of two numbers the last of its releases", () => {
    expect(isGustyBefore(null, "99")).toBe(false);
    expect(["0.9.1", "0.12.2", "0.12", "0.12.3", "0.23.1"].map((own) => isGustyBefore(own, "0.12.3"))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
