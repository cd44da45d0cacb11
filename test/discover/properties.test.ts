import fc from "fast-check";
import { expect, test } from "vitest";
import { pythonish } from "../python/properties.test.ts";
import { discover } from "./helpers.ts";

const HEAD = "import os\nfrom pathlib import Path\nfrom gusty import create_dag, create_dags\n";

const LINES = [
  "x = os.listdir(os.path.dirname(__file__))",
  "for n in x:",
  "    create_dag(n)",
  "    y.append(n)",
  "y = []",
  "y = y + y",
  "y = y * 9999999",
  "s = 'a' * 100",
  "s = s * s.count('a')",
  "def f(a, b=1): return f(b, a)",
  "f(1)",
  "f(y, *x, **z)",
  "z = {'a': z}",
  "z = {}",
  "z['b'] = z",
  "z.update(z)",
  "y.append(y)",
  "while y: y.pop()",
  "while 1: s += s",
  "create_dags(Path(__file__).parent, globals(), **z)",
  "dag = create_dag('dags/sales', a=z, b=y, c=f)",
  "if os.getenv('X'):",
  "    z = 2 ** 99999",
  "    return",
  "try:",
  "except KeyError:",
  "    z['q']",
  "[a for a in y for b in y for c in y for d in y]",
  "print(f'{s}{y}{z}')",
  "g = lambda: g()",
  "g()",
  "globals()[s] = dag",
  "dag.x = 1",
  "class A: A = 1",
  "from make import *",
  "import make",
  "sorted(y, key=f)",
];

test("discovery of any entry point ends, throws nothing, and names only places inside its files", async () => {
  const lines = fc.array(fc.constantFrom(...LINES), { maxLength: 14 }).map((all) => all.join("\n"));
  await fc.assert(
    fc.asyncProperty(fc.oneof(lines, pythonish), async (body) => {
      const source = `${HEAD}${body}\n`;
      const discovery = await discover(source);
      for (const { at } of discovery.undecided) {
        expect(at.start).toBeLessThanOrEqual(at.end);
        expect(at.end).toBeLessThanOrEqual(source.length);
      }
      expect(await discover(source)).toEqual(discovery);
    }),
    { numRuns: 150 },
  );
}, 30_000);
