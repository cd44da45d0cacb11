import { describe, expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import { checkProject, siftProject } from "../../src/check/check-project.ts";
import { ignoresIn } from "../../src/check/ignores.ts";
import { findingDigest, judgeFindings } from "../../src/check/judge.ts";
import { baselineOf } from "../../src/cli/commands/baseline.ts";
import { countRules } from "../../src/cli/commands/stats.ts";
import { acceptedIn } from "../../src/config/read-baseline.ts";
import type { Finding } from "../../src/model/finding.ts";
import { asPath } from "../../src/model/path.ts";
import { reviewProjects } from "../../src/review.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";
import { filesOf } from "../support/rule-example.ts";
import { bash, find } from "./find.ts";

type Files = Readonly<Record<string, string>>;

const version = (files: Files) => readProject(memorySnapshot(filesOf({ files, shows: "" })));
const rulesOf = async (files: Files): Promise<readonly string[]> =>
  checkProject(await version(files), null).map(({ rule, severity }) => `${rule} ${severity}`);

const WRONG = { "dags/bakery/bake.yml": bash("colour: brown", "dependencies: [nowhere]") };

describe("severities by path", () => {
  const paths = (text: string) =>
    rulesOf({ ...WRONG, "windsock.yml": `rules: { unknown-argument: error }\npaths:\n${text}` });

  test("the last match wins, and a rule's own name beats `*`", async () => {
    expect(await paths("  - { match: 'dags/**', rules: { '*': notice } }\n")).toEqual([
      "unknown-argument notice",
      "unknown-dependency notice",
    ]);
    expect(
      await paths(
        "  - { match: 'dags/**', rules: { '*': notice } }\n  - { match: '**/bake.yml', rules: { unknown-argument: off } }\n",
      ),
    ).toEqual(["unknown-dependency notice"]);
    expect(await paths("  - { match: 'dags/**', rules: { '*': off, unknown-dependency: warning } }\n")).toEqual([
      "unknown-dependency warning",
    ]);
    expect(await paths("  - { match: 'other/**', rules: { '*': off } }\n")).toEqual([
      "unknown-argument error",
      "unknown-dependency error",
    ]);
  });

  test("a path can bring a rule back that is off elsewhere", async () => {
    const config =
      "rules: { unknown-argument: off, unknown-dependency: off }\npaths: [{ match: 'dags/**', rules: { unknown-argument: notice } }]\n";
    expect(await rulesOf({ ...WRONG, "windsock.yml": config })).toEqual(["unknown-argument notice"]);
  });
});

test("keys that something else reads are left alone", async () => {
  expect(
    await rulesOf({ "dags/bakery/bake.yml": bash("colour: brown"), "windsock.yml": "allow-keys: ['col*']\n" }),
  ).toEqual([]);
});

describe("inline ignores", () => {
  const ignoring = (comment: string) => ({ "dags/bakery/bake.yml": bash("colour: brown", comment) });

  test("lift the rule in their file, with a reason", async () => {
    expect(await rulesOf(ignoring("# windsock: ignore unknown-argument our own hook reads it"))).toEqual([]);
    const sifted = siftProject(
      await version(ignoring("# windsock: ignore unknown-argument our own hook reads it")),
      null,
    );
    expect(sifted.ignored.map(({ finding, reason }) => [finding.rule, reason])).toEqual([
      ["unknown-argument", "our own hook reads it"],
    ]);
  });

  test("without a reason, or of no rule, they ignore nothing and are said", async () => {
    expect(await rulesOf(ignoring("# windsock: ignore unknown-argument"))).toEqual([
      "unknown-argument warning",
      "configuration warning",
    ]);
    expect(await rulesOf(ignoring("# windsock: ignore unknown-arguments since I say so"))).toHaveLength(2);
    expect(await rulesOf(ignoring("# windsock: off"))).toHaveLength(2);
  });

  test("stand in the header of every file type", () => {
    const file = asPath("a.py");
    const found = (text: string) => ignoresIn(file, text).ignores.map(({ rule, reason }) => [rule, reason]);
    expect(found("# ---\n# windsock: ignore does-nothing it is a library\n# ---\n")).toEqual([
      ["does-nothing", "it is a library"],
    ]);
    expect(found('"# windsock: ignore does-nothing it is one\\n",')).toEqual([["does-nothing", "it is one"]]);
  });

  const broken = { "dags/bakery/bake.yml": "operator: BashOperator\n" };
  const lifted = { "dags/bakery/bake.yml": "operator: BashOperator # windsock: ignore fails-to-build it is known\n" };

  test("one that a change adds lifts no error that fails, and is listed", async () => {
    const review = reviewProjects(await version(broken), await version(lifted));
    expect(review.findings.map(({ rule, state }) => `${rule} ${state}`)).toEqual([
      "fails-to-build existing",
      "configuration new",
    ]);
    const added = reviewProjects(await version({ "dags/bakery/knead.yml": bash() }), await version(lifted));
    expect(added.conclusion).toBe("failure");
  });

  test("unless the base's configuration says so", async () => {
    const config = { "windsock.yml": "ignore-fails: true\n", "dags/bakery/knead.yml": bash() };
    const review = reviewProjects(await version(config), await version({ ...config, ...lifted }));
    expect([review.conclusion, review.findings.map(({ rule }) => rule)]).toEqual(["success", ["configuration"]]);
  });
});

describe("baseline", () => {
  const accept = async (files: Files): Promise<Files> => ({
    ...files,
    "windsock.yml": "baseline: accepted.json\n",
    "accepted.json": baselineOf(await version(files)).text,
  });
  const gating = async (files: Files): Promise<readonly string[]> =>
    reviewProjects(null, await version(files))
      .findings.filter((finding) => finding.gates)
      .map(({ rule, subject }) => `${rule} ${subject.key}`);

  test("what it accepts does not gate, what comes later does", async () => {
    const files = await accept(WRONG);
    expect(await gating(WRONG)).toEqual(["unknown-dependency nowhere"]);
    expect(await gating(files)).toEqual([]);
    expect(await gating({ ...files, "dags/bakery/knead.yml": bash("dependencies: [never]") })).toEqual([
      "unknown-dependency never",
    ]);
  });

  test("survives moved lines and a renamed file", async () => {
    const files = await accept(WRONG);
    expect(await gating({ ...files, "dags/bakery/bake.yml": `# more\n\n${WRONG["dags/bakery/bake.yml"]}` })).toEqual(
      [],
    );
    const { "dags/bakery/bake.yml": text, ...others } = { ...files, ...WRONG };
    expect(await gating({ ...others, "dags/bakery/toast.yml": text })).toEqual([]);
  });

  test("accepts each finding once", async () => {
    const files = await accept(WRONG);
    const copy = { "dags/bakery/toast.yml": WRONG["dags/bakery/bake.yml"] };
    expect(await gating({ ...files, ...copy })).toEqual(["unknown-dependency nowhere"]);
  });

  test("a file of another form accepts nothing and is said", async () => {
    const files = { ...WRONG, "windsock.yml": "baseline: accepted.json\n", "accepted.json": "[]" };
    expect(await rulesOf(files)).toContain("configuration error");
    expect(await gating(files)).toContain("unknown-dependency nowhere");
    expect([
      acceptedIn("{"),
      acceptedIn('{"version":2,"findings":[]}'),
      acceptedIn('{"version":1,"findings":[1]}'),
    ]).toEqual([null, null, null]);
  });

  test("stats count by rule", async () => {
    const files = {
      ...(await accept(WRONG)),
      "dags/bakery/knead.yml": bash("colour: red # windsock: ignore unknown-argument it is ours"),
    };
    expect(countRules(await version(files))).toMatchObject([
      { rule: "unknown-dependency", accepted: 1, error: 0, gone: 0 },
      { rule: "unknown-argument", accepted: 1, ignored: 1, warning: 0 },
    ]);
  });
});

describe("a renamed file in a review", () => {
  test("brings no new findings", async () => {
    const after = { "dags/bakery/toast.yml": WRONG["dags/bakery/bake.yml"] };
    const review = reviewProjects(await version(WRONG), await version(after));
    expect(
      review.findings.filter(({ rule }) => rule.startsWith("unknown")).map(({ state, gates }) => [state, gates]),
    ).toEqual([
      ["existing", false],
      ["existing", false],
    ]);
  });
});

test("a folder that an entry point and `dags:` name is one DAG, by the declaration, and that is said", async () => {
  const files = {
    "windsock.yml": "dags:\n  - path: dags/bakery\n    arguments: { latest_only: true }\n",
    "dags/bakery/bake.yml": bash(),
    "dags/shop/sell.yml": bash(),
  };
  const found = await find("configuration", files);
  expect(found).toMatchObject([
    {
      severity: "notice",
      message: "`dags/bakery` is declared here, and `dags/dags.py` makes a DAG of it too: what stands here counts.",
      at: { file: "windsock.yml" },
      related: [{ at: { file: "dags/dags.py" } }],
    },
  ]);
});

test("report-only says what would gate, and nothing gates", async () => {
  const head = checkProject(await version(WRONG), null);
  const judged = judgeFindings(null, head, {
    config: { gate: "all", reportOnly: true, accepted: [] },
    acceptances: [],
    touched: new Set(),
    texts: { base: null, head: new Map() },
  });
  expect(judged.some((finding) => finding.gates)).toBe(false);
});

describe("a finding that a person accepts for a pull request", () => {
  const accept = (finding: Finding, fingerprint: string) => ({
    fingerprint,
    digest: findingDigest(finding),
    by: "ada",
    reason: "known",
  });

  test("does not gate, moved lines or not, until it says something else", async () => {
    const head = await version(WRONG);
    const first = reviewProjects(null, head).findings.find(({ gates }) => gates);
    if (first === undefined) throw new Error("nothing gates");
    const acceptances = [accept(first, first.fingerprint)];
    const again = (files: Files) =>
      version(files).then((project) =>
        reviewProjects(null, project, acceptances).findings.filter(({ rule }) => rule === first.rule),
      );
    const file = first.at.file;
    const text = head.texts.get(file) ?? "";
    const written = text.slice(first.at.start, first.at.end);
    expect(await again(WRONG)).toMatchObject([{ gates: false, accepted: { by: "ada", reason: "known" } }]);
    const moved = { ...WRONG, [file]: text.replace(/^/, "# a line more\n") };
    expect(await again(moved)).toMatchObject([{ gates: false, accepted: { by: "ada" } }]);
    const other = { ...WRONG, [file]: text.replace(written, `${written}x`) };
    expect(await again(other)).toMatchObject([{ gates: true, accepted: null }]);
  });
});
