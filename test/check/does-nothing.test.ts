import { expect, test } from "vitest";
import { find } from "./find.ts";

const file = (body: string, header = "# retries: 2\n"): Record<string, string> => ({
  "dags/o/a.py": `# ---\n${header}# ---\n\n${body}`,
});

test("what stands below a main guard does not run", async () => {
  const [finding] = await find("does-nothing", file('def go():\n    pass\n\n\nif __name__ == "__main__":\n    go()\n'));
  expect(finding?.message).toBe(
    '`a` does nothing and goes green: the file only defines `go` (what stands below `if __name__ == "__main__":` does not run).',
  );
  expect(finding?.advice).toBe("Name the function in the header: `python_callable: go`.");
});

test("imports, constants and classes beside the functions change nothing", async () => {
  const body =
    '"""Doc."""\nimport os\nfrom a import b\n\nX = 3\n\n\nclass C:\n    def m(self): ...\n\n\ndef f(): ...\ndef g(): ...\n';
  expect(await find("does-nothing", file(body))).toMatchObject([
    { advice: "Name the function to run in the header, with `python_callable:`." },
  ]);
});

test.each([
  ["a call", "def f(): ...\n\n\nf()\n"],
  ["a value that is computed", "def f(): ...\n\n\nx = f()\n"],
  ["a loop", "def f(): ...\n\n\nfor x in y:\n    f()\n"],
  ["a decorator", "import a\n\n\n@a.register\ndef f(): ...\n"],
  ["no function", "import job\n"],
  ["an else of the guard", 'def f(): ...\n\n\nif __name__ == "__main__":\n    pass\nelse:\n    f()\n'],
])("nothing is said of a file with %s", async (_, body) => {
  expect(await find("does-nothing", file(body))).toEqual([]);
});

test("nothing is said where the header names a function, or another operator", async () => {
  expect(await find("does-nothing", file("def f(): ...\n", "# python_callable: f\n"))).toEqual([]);
  const bash = "# operator: airflow.operators.bash.BashOperator\n# bash_command: echo\n";
  expect(await find("does-nothing", file("def f(): ...\n", bash))).toEqual([]);
});
