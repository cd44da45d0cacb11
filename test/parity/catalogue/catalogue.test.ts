import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { decodeShipped, type Shipped } from "../../../src/catalogue/shipped.ts";
import { catalogueIn } from "../../../src/config/read-catalogues.ts";
import type { AirflowMajor } from "../../../src/model/version.ts";
import { type Environments, makeEnvironments } from "../../../tools/python/make-environments.ts";

const run = promisify(execFile);
const root = resolve(import.meta.dirname, "../../..");
const work = join(root, ".cache/parity/catalogue");
let environments: Environments;

beforeAll(async () => {
  environments = await makeEnvironments();
});

describe.each<AirflowMajor>([2, 3])("the catalogue of Airflow %i", (airflow) => {
  test("says what the real classes of the environment say", async () => {
    const python = airflow === 2 ? environments.airflow2 : environments.airflow3;
    const data = join(root, `src/catalogue/data/airflow-${airflow}.json`);
    const { stdout } = await run(python, [join(root, "tools/catalogue/verify.py"), data]).catch((error) => error);
    expect(stdout).toMatch(
      /^\d{2,} classes compared, \d+ not importable here, \d+ aliases, 0 differences, 0 lacking\n$/,
    );
  });
});

describe("what is extracted from a wheel", () => {
  let shipped: Shipped;

  beforeAll(async () => {
    await rm(work, { recursive: true, force: true });
    await mkdir(work, { recursive: true });
    const python = environments.airflow2;
    const wheel = join(import.meta.dirname, "wheel");
    const parts = (await readdir(wheel)).map((name) => join(wheel, name));
    await run(python, ["-m", "zipfile", "-c", join(work, "mill-1.0-py3-none-any.whl"), ...parts]);
    await writeFile(join(work, "pins.txt"), "apache-airflow==2.11.2\napache-airflow-providers-mill==1.0\n");
    const output = join(work, "mill.json");
    await run(python, [join(root, "tools/catalogue/extract.py"), join(work, "pins.txt"), work, output]);
    const data = catalogueIn(await readFile(output, "utf8"));
    if (typeof data === "string") throw new Error(data);
    shipped = decodeShipped(data);
  });

  const words = (list: readonly string[] | undefined): string => [...(list ?? [])].sort().join(" ");

  test("parameters, requirements and template fields", () => {
    const weave = shipped.find("airflow.providers.mill.operators.loom.Weave");
    expect(weave?.init.map(({ name, required }) => (required ? `${name}!` : name))).toEqual([
      "cloth!",
      "width",
      "loom!",
      "kwargs",
    ]);
    expect(words(weave?.templateFields)).toBe("cloth thread");
    expect(weave?.base?.path).toBe("airflow.providers.mill.operators.loom.Mixin");
    expect(weave?.base?.init.map(({ name }) => name)).toEqual(["pattern", "kwargs"]);
  });

  test("what is inherited, and what a version gate leaves out", () => {
    const embroider = shipped.find("airflow.providers.mill.operators.loom.Embroider");
    expect(embroider?.init[0]).toEqual({ name: "cloth", required: true });
    expect(words(embroider?.templateFields)).toBe("cloth needle thread");
    const watch = shipped.find("airflow.providers.mill.operators.loom.Watch");
    expect([watch?.sensor, words(watch?.templateFields)]).toEqual([true, "needle thread"]);
    expect(watch?.init.map(({ name }) => name)).toEqual(["poke_interval", "mode", "kwargs"]);
  });

  test("a private package alone, with the classes right above its operators", async () => {
    const output = join(work, "acme.json");
    const script = join(root, "tools/catalogue/extract.py");
    await run(environments.airflow2, [script, join(work, "pins.txt"), work, output, "acme"]);
    const data = catalogueIn(await readFile(output, "utf8"));
    if (typeof data === "string") throw new Error(data);
    expect(Object.keys(data.modules).sort()).toEqual([
      "acme.ops",
      "airflow.models.baseoperator",
      "airflow.providers.mill.operators.loom",
    ]);
    const quilt = decodeShipped(data).find("acme.ops.Quilt");
    expect(quilt?.init.map(({ name }) => name)).toEqual(["layers", "kwargs"]);
    expect(quilt?.base?.path).toBe("airflow.providers.mill.operators.loom.Weave");
    expect(decodeShipped(data).find("acme.ops.Stitch")?.templateFields).toEqual(["seam"]);
  });

  test("old paths and core constructors", () => {
    expect(shipped.find("airflow.operators.old_loom.WeaveOperator")?.path).toBe(
      "airflow.providers.mill.operators.loom.Weave",
    );
    expect(words(shipped.dag)).toBe("dag_id private schedule");
    expect(words(shipped.taskGroup)).toBe("group_id prefix_group_id");
    expect(words(shipped.baseOperator)).toBe("dag kwargs owner retries task_id");
    expect(shipped.packages.get("mill")).toBe("1.0");
  });
});
