import { describe, expect, test } from "vitest";
import { openCatalogue } from "../../src/catalogue/open-catalogue.ts";
import type { OperatorSignature } from "../../src/model/catalogue.ts";
import { asPath } from "../../src/model/path.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";

/** The signature of `local.Reap`, whose module holds `code`. */
async function reap(code: string): Promise<OperatorSignature> {
  const catalogue = await openCatalogue({
    snapshot: memorySnapshot({ "operators/reap.py": `from airflow.models import BaseOperator\n${code}` }),
    airflow: 3,
    operators: ["local.Reap"],
    importRoots: [],
    airflowHome: asPath(""),
    gusty: null,
  });
  const found = catalogue.lookup("local.Reap");
  if (!found.ok) throw new Error(found.detail);
  return found.signature;
}

const CUT = "class Cut(BaseOperator):\n    def __init__(self, field, **kwargs):\n        super().__init__(**kwargs)\n";

const under = (init: string): string =>
  `${CUT}class Reap(Cut):\n    def __init__(self, blade=1, **kwargs):\n${init.replaceAll(/^/gm, "        ")}\n`;

describe("what `super().__init__` hands on", () => {
  test("what a class above needs is required, unless a call or the body gives it", async () => {
    expect((await reap(under("super().__init__(**kwargs)"))).required).toEqual(["field"]);
    expect((await reap(under("super().__init__(field=blade, **kwargs)"))).required).toEqual([]);
    expect((await reap(under('kwargs.setdefault("field", 1)\nsuper().__init__(**kwargs)'))).required).toEqual([]);
  });

  test("a key that a call names itself is refused, unless it is a parameter", async () => {
    const named = await reap(under("super().__init__(retries=0, blade=blade, **kwargs)"));
    expect(named.refuses.has("retries")).toBe(true);
    expect(named.refuses.has("blade")).toBe(false);
  });

  test.each([
    "more = dict(kwargs)\nsuper().__init__(retries=0, **more)",
    "kwargs.update(field=1)\nsuper().__init__(retries=0, **kwargs)",
    "Cut.__init__(self, retries=0, **kwargs)",
    "super().__init__(retries=0, **clean(kwargs))",
    "if blade:\n    super().__init__(retries=0, **kwargs)\nelse:\n    super().__init__(**kwargs)",
  ])("nothing is said where only Python knows: %s", async (init) => {
    expect((await reap(under(init))).refuses.has("retries")).toBe(false);
  });

  test("a template field that no call takes is refused", async () => {
    const { refuses } = await reap('class Reap(BaseOperator):\n    template_fields = ("field",)\n');
    expect(refuses.has("field")).toBe(true);
  });

  test("a class without `**kwargs` refuses what Airflow gives every operator", async () => {
    const code =
      "class Reap(BaseOperator):\n    def __init__(self, task_id):\n        super().__init__(task_id=task_id)\n";
    expect((await reap(code)).refusesAlways).toEqual(["dag", "default_args"]);
  });
});
