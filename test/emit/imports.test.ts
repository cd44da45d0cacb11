import { describe, expect, test } from "vitest";
import { readImport } from "../../src/emit/import-statement.ts";
import { firstPartyModules, importBlock } from "../../src/emit/imports.ts";

const one = (module: string, member: string | null = null, as: string | null = null) => ({ module, member, as });

describe("the import block", () => {
  test("has the standard library, then packages, then the repository's own modules", () => {
    const imports = [
      one("include.macros", "ref"),
      one("airflow", "DAG"),
      one("os"),
      one("pendulum"),
      one("__future__", "annotations"),
      one("pathlib", "Path"),
      one("importlib.util"),
    ];
    expect(importBlock(imports, new Set(["include"]))).toEqual([
      "from __future__ import annotations",
      "import importlib.util\nimport os\nfrom pathlib import Path",
      "import pendulum\nfrom airflow import DAG",
      "from include.macros import ref",
    ]);
  });

  test("has constants before classes before functions, each once, and another name on a line of its own", () => {
    const imports = [
      one("m", "beta"),
      one("m", "Alpha"),
      one("m", "TOTAL"),
      one("m", "beta"),
      one("m", "Alpha", "Other"),
    ];
    expect(importBlock(imports, new Set())).toEqual(["from m import TOTAL, Alpha, beta\nfrom m import Alpha as Other"]);
  });

  test("breaks a line that is too long", () => {
    const module = `airflow.${"x".repeat(80)}`;
    expect(importBlock([one(module, "LongOperator")], new Set())).toEqual([
      `from ${module} import (\n    LongOperator,\n)`,
    ]);
  });

  test("knows the repository's own modules by what lies at its root or in src", () => {
    expect([...firstPartyModules(["include/macros.py", "src/own/x.py", "setup.py", "my-docs/a.md"])]).toEqual([
      "include",
      "own",
      "setup",
    ]);
  });
});

describe("an import statement", () => {
  test.each([
    ["import os", [one("os")]],
    ["import os.path as path, sys", [one("os.path", null, "path"), one("sys")]],
    ["from a.b import c", [one("a.b", "c")]],
    ["from a import (  # why\n    b as c,\n    d,\n)", [one("a", "b", "c"), one("a", "d")]],
    ["from a import b, \\\n    c", [one("a", "b"), one("a", "c")]],
  ])("%s", (statement, bound) => {
    expect(readImport(statement)).toEqual(bound);
  });

  test.each([
    "from a import *",
    "from . import a",
    "from .b import a",
    "x = 1",
    "import",
    "from a import",
    "import a; b()",
  ])("is not: %s", (statement) => {
    expect(readImport(statement)).toBeNull();
  });
});
