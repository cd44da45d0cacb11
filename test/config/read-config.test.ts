import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultConfig, readConfig } from "../../src/config/read-config.ts";
import { asPath } from "../../src/model/path.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";

/** Configuration and problems of a `windsock.yml`; each problem with the text it points at. */
async function read(text: string) {
  const { config, problems } = await readConfig(memorySnapshot({ "windsock.yml": text }));
  const said = problems.map((problem) => ({
    at: text.slice(problem.at.start, problem.at.end),
    ...("detail" in problem ? { detail: problem.detail } : {}),
    ...("expected" in problem ? { expected: problem.expected } : {}),
  }));
  return { config, said, problems };
}

test("a project without a file, or with an empty one, has the defaults", async () => {
  expect(await readConfig(memorySnapshot({ "a.yml": "a" }))).toEqual({ config: defaultConfig, problems: [] });
  expect(await read("# nothing\n")).toMatchObject({ config: { ...defaultConfig, file: "windsock.yml" }, said: [] });
});

test("reads every key that this version knows", async () => {
  const { config, said } = await read(`
deployments:
  - root: ./airflow/
    airflow: 2.10
    gusty: 0.23.1
exclude: [tests/**]
dags:
  - path: dags/*/
    arguments:
      latest_only: false
      default_args: { retries: 2, retry_delay: !timedelta 'minutes: 5' }
      user_defined_macros: { ref: include.macros:ref }
external-dags: [legacy_*]
generated: { directory: compiled, commit: check }
report-only: true
rules:
  unknown-dependency: warning
  not-static: off
  catchup-backfill: { severity: error }
gate: touched
comment: { when: findings, diagram: { nodes: 12, direction: TB } }
`);
  expect(said).toEqual([]);
  expect(config).toMatchObject({
    file: "windsock.yml",
    root: "airflow",
    airflow: "2.10",
    gusty: "0.23.1",
    exclude: ["tests/**"],
    externalDags: ["legacy_*"],
    generated: { directory: "compiled", commit: "check" },
    reportOnly: true,
    gate: "touched",
    comment: { when: "findings", nodes: 12, direction: "TB" },
  });
  expect([...config.rules]).toEqual([
    ["unknown-dependency", "warning"],
    ["not-static", "off"],
    ["catchup-backfill", "error"],
  ]);
  expect(config.dags.map((dag) => [dag.path, dag.arguments.map((field) => field.key)])).toEqual([
    ["dags/*", ["latest_only", "default_args", "user_defined_macros"]],
  ]);
  expect(config.dags[0]?.arguments[2]?.value).toMatchObject({
    t: "map",
    v: [[{ v: "ref" }, { t: "name", path: "include.macros.ref" }]],
  });
});

test("an unknown key is named at its place, with the nearest key", async () => {
  const { said } = await read("gates: new\ncomment: { wen: always }\nzzz: 1\nrules: { unknown-dependancy: off }\n");
  expect(said).toMatchObject([
    { at: "gates", detail: "the configuration has no key `gates`", expected: "`gate`" },
    { at: "wen", detail: "`comment` has no key `wen`", expected: "`when`" },
    { at: "zzz", expected: expect.stringContaining("`deployments`") },
    { at: "unknown-dependancy", expected: "`unknown-dependency`" },
  ]);
});

test.each([
  ["gate: sometimes", "sometimes"],
  ["gate: [new]", "[new]"],
  ["report-only: maybe", "maybe"],
  ["comment: { diagram: { nodes: 0 } }", "0"],
  ["comment: { diagram: { nodes: many } }", "many"],
  ["exclude: [1]", "1"],
  ["exclude: [../x]", "../x"],
  ["generated: { directory: /etc }", "/etc"],
  ["generated: { directory: .GIT/hooks }", ".GIT/hooks"],
  ["generated: { commit: always }", "always"],
  ["deployments: [{ airflow: 1.10 }]", "1.10"],
  ["deployments: [{ airflow: latest }]", "latest"],
  ["deployments: [{ root: a }, { airflow: 3.0 }]", "{ airflow: 3.0 }"],
  ["deployments: [{ root: a }, { root: ./a/ }]", "{ root: ./a/ }"],
  ["deployments: [{ gusty: nothing }]", "nothing"],
  ["dags: [{ arguments: {} }]", "{ arguments: {} }"],
  ["rules: { not-static: fatal }", "fatal"],
  ["deployments: [{ versions-from: requirements.txt }]", "requirements.txt"],
  ["deployments: [{ versions-from: windsock.yml }]", "windsock.yml"],
  ["operators: { dependencies: [{ class: a.B, argument: x, pattern: '(?=a)' }] }", "'(?=a)'"],
])("%s is a problem at its value, and keeps the default", async (text, at) => {
  const { said, config } = await read(text);
  expect(said.map((problem) => problem.at)).toEqual([at]);
  expect(config).toMatchObject({ gate: "new", reportOnly: false, exclude: [], comment: defaultConfig.comment });
  expect(config.generated).toEqual(defaultConfig.generated);
});

test("a file that is no mapping, no YAML, or no text gives the defaults and one problem", async () => {
  for (const text of ["- a\n", "a: [\n"]) {
    const { config, problems } = await read(text);
    expect(problems).toHaveLength(1);
    expect(config).toEqual({ ...defaultConfig, file: "windsock.yml" });
  }
  const { problems } = await readConfig(memorySnapshot({ "windsock.yml": new Uint8Array([97, 255]) }));
  expect(problems).toEqual([
    { kind: "unreadable-file", at: { file: "windsock.yml", start: 0, end: 0 }, why: "not-utf8", byte: 1 },
  ]);
});

test("the file at the root goes before the one in .github, and that is said", async () => {
  const both = memorySnapshot({ "windsock.yml": "gate: all\n", ".github/windsock.yml": "gate: touched\n" });
  const { config, problems } = await readConfig(both);
  expect(config.gate).toBe("all");
  expect(problems).toMatchObject([{ kind: "configuration", at: { file: ".github/windsock.yml" } }]);
  const { config: inGithub } = await readConfig(memorySnapshot({ ".github/windsock.yml": "gate: touched\n" }));
  expect(inGithub).toMatchObject({ file: ".github/windsock.yml", gate: "touched" });
  const named = await readConfig(memorySnapshot({ "other.yml": "gate: touched\n" }), asPath("other.yml"));
  expect(named.config.gate).toBe("touched");
});

test("any text is read without an error, and every place lies in the file", async () => {
  const word = fc.constantFrom(
    "gate",
    "rules",
    "dags",
    "path",
    "- ",
    ": ",
    "\n",
    "  ",
    "new",
    "[",
    "{",
    "}",
    "]",
    "!x ",
    "1",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 30 }), async (words) => {
      const text = words.join("");
      const { problems } = await read(text);
      for (const { at } of problems) {
        expect(at.start).toBeLessThanOrEqual(at.end);
        expect(at.end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 100 },
  );
});
