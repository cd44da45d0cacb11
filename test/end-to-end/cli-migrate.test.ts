import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { windsock } from "../cli/run-cli.ts";
import { sampleRepository } from "../snapshot/sample-repository.ts";

const TASK = "operator: airflow.operators.bash.BashOperator\nbash_command: run\n";
const ENTRY = `import os

from gusty import create_dag

here = os.path.dirname(__file__)
for name in ("sales", "mail"):
    globals()[name] = create_dag(os.path.join(here, name), latest_only=False)
`;

const project = (more: Readonly<Record<string, string>> = {}) =>
  sampleRepository({
    "requirements.txt": "apache-airflow==2.11.2\ngusty==0.23.1\n",
    "dags/entry.py": ENTRY,
    "dags/sales/load.yml": TASK,
    "dags/mail/send.yml": `${TASK}external_dependencies:\n  - sales: load\n`,
    "windsock.yml": "generated:\n  directory: dags/generated\n",
    ...more,
  });

test("migrate --dry-run prints a patch that git applies, and writes nothing", async () => {
  const { root } = project();
  const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8" });
  const { code, out } = await windsock(root, ["migrate", "sales", "--dry-run"]);
  expect(code).toBe(0);
  expect(git("status", "--porcelain")).toBe("");
  const patch = join(root, ".git", "change.patch");
  writeFileSync(patch, out);
  git("apply", patch);
  expect(readFileSync(join(root, "dags/entry.py"), "utf8")).toBe(ENTRY.replace('("sales", "mail")', '("mail",)'));
});

test("migrate changes the working tree, and the review of it says that the DAG is the same", async () => {
  const { root } = project();
  const done = await windsock(root, ["migrate", "sales"]);
  expect([done.code, done.out]).toEqual([
    0,
    "wrote dags/entry.py\nwrote dags/generated/sales.py\nwrote windsock.yml\n",
  ]);
  const review = await windsock(root, ["review", "--base", "HEAD"]);
  expect(review.code).toBe(0);
  expect(review.out).toContain("identical DAG, now from plain Python");
  expect(review.out).not.toContain("error[");
  expect((await windsock(root, ["check"])).code).toBe(0);
  expect((await windsock(root, ["compile", "--out", "dags/generated", "--dag", "sales", "--check"])).code).toBe(0);
});

test("DAGs that migrate one after the other leave one condition in the entry point", async () => {
  const loop = `import os

from gusty import create_dag

here = os.path.dirname(__file__)
for name in os.listdir(here):
    folder = os.path.join(here, name)
    if not os.path.isdir(folder) or name.endswith("__"):
        continue
    globals()[name] = create_dag(folder, latest_only=False)
`;
  const { root } = project({ "dags/entry.py": loop, "windsock.yml": "generated:\n  directory: dags/generated__\n" });
  for (const dag of ["sales", "mail"]) expect((await windsock(root, ["migrate", dag])).code).toBe(0);
  expect(readFileSync(join(root, "dags/entry.py"), "utf8")).toBe(
    loop.replace(
      "    globals()",
      '    if os.path.basename(folder) in ("mail", "sales"):\n        continue\n    globals()',
    ),
  );
  const again = await windsock(root, ["migrate", "sales"]);
  expect([again.code, again.err]).toEqual([2, expect.stringContaining("no entry point makes it")]);
  const review = await windsock(root, ["review", "--base", "HEAD"]);
  expect(review.out).toContain("2 identical DAGs, now from plain Python");
});

test("migrate never replaces a file that Windsock did not write", async () => {
  const { root } = project();
  execFileSync("mkdir", ["-p", join(root, "dags/generated")]);
  writeFileSync(join(root, "dags/generated/sales.py"), "x = 1\n");
  const { code, err } = await windsock(root, ["migrate", "sales"]);
  expect(code).toBe(2);
  expect(err).toContain("`dags/generated/sales.py` is there and was not written by Windsock");
  expect(existsSync(join(root, "dags/entry.py"))).toBe(true);
});
