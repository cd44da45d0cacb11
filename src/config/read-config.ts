import type { Config } from "../model/config.ts";
import { asPath, type Path } from "../model/path.ts";
import type { Problem } from "../model/problem.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { decodeText } from "../snapshot/text.ts";
import { wholeFile } from "../yaml/embedded.ts";
import { readYaml } from "../yaml/read-yaml.ts";
import { readDeclaredDags } from "./declared-dags.ts";
import { defaultConfig } from "./default-config.ts";
import { readPattern, readTreePath } from "./paths.ts";
import { readBaseline } from "./read-baseline.ts";
import { readCatalogues } from "./read-catalogues.ts";
import { readDeployments } from "./read-deployments.ts";
import {
  fieldsOf,
  type Keys,
  type Reading,
  readBoolean,
  readKeys,
  readNumber,
  readTexts,
  readWord,
} from "./read-fields.ts";
import { type ReadOperators, readOperators } from "./read-operators.ts";
import { readPolicies } from "./read-policies.ts";
import { readPathRules, readRules } from "./read-rules.ts";

export { defaultConfig } from "./default-config.ts";

/** Where the configuration may stand; the first one that is there counts. */
export const CONFIG_FILES: readonly Path[] = [asPath("windsock.yml"), asPath(".github/windsock.yml")];

type Draft = { -readonly [key in keyof Config]: Config[key] };

/**
 * The configuration of one version (`docs/configuration.md`), or the defaults. `file` names another file than the two
 * usual ones. What is wrong in it is a problem with its place, and the rest of it still counts.
 */
export async function readConfig(
  snapshot: Snapshot,
  file: Path | null = null,
): Promise<{ config: Config; problems: Problem[] }> {
  const [path, ...others] = file === null ? CONFIG_FILES.filter((name) => snapshot.tree.has(name)) : [file];
  if (path === undefined) return { config: defaultConfig, problems: [] };
  const whole = { file: path, start: 0, end: 0 };
  const unread = others.map(
    (other): Problem => ({
      kind: "configuration",
      at: { file: other, start: 0, end: 0 },
      detail: `\`${other}\` is not read, since there is \`${path}\``,
      expected: "one configuration file",
    }),
  );
  const content = (await snapshot.load([path])).get(path) ?? { ok: false, why: "missing" };
  const failed = (problem: Problem) => ({ config: { ...defaultConfig, file: path }, problems: [problem, ...unread] });
  if (!content.ok) return failed({ kind: "unreadable-file", at: whole, why: content.why });
  const decoded = decodeText(content.bytes);
  if (!decoded.ok) return failed({ kind: "unreadable-file", at: whole, why: "not-utf8", byte: decoded.byte });

  const { value, problems } = readYaml(wholeFile(path, decoded.text), new Map());
  const reading: Reading = { text: decoded.text, whole, problems: [...problems, ...unread] };
  const draft: Draft = { ...defaultConfig, file: path };
  const named: ReadOperators["catalogues"][number][] = [];
  if (value && value.t !== "null")
    readKeys(reading, value, "the configuration", topKeys(reading, draft, named, snapshot));
  if (named.length > 0)
    draft.operators = { ...draft.operators, catalogues: await readCatalogues(snapshot, named, reading) };
  if (draft.baseline !== null) draft.accepted = await readBaseline(snapshot, draft.baseline, reading);
  return { config: draft, problems: reading.problems };
}

function topKeys(
  reading: Reading,
  draft: Draft,
  catalogues: ReadOperators["catalogues"][number][],
  snapshot: Snapshot,
): Keys {
  return {
    deployments: (value) => {
      const [first, ...others] = readDeployments(reading, value, snapshot.tree);
      if (first && others.length > 0) draft.deployments = [first, ...others];
      else Object.assign(draft, first);
    },
    exclude: (value) => {
      draft.exclude = readTexts(reading, value, "exclude", (item, text) => readPattern(reading, item, text));
    },
    dags: (value) => {
      draft.dags = readDeclaredDags(reading, value);
    },
    operators: (value) => {
      const { catalogues: named, ...operators } = readOperators(reading, value);
      draft.operators = { ...draft.operators, ...operators };
      catalogues.push(...named);
    },
    "external-dags": (value) => {
      draft.externalDags = readTexts(reading, value, "external-dags");
    },
    "allow-keys": (value) => {
      draft.allowKeys = readTexts(reading, value, "allow-keys");
    },
    values: (value) => {
      draft.values = new Map((fieldsOf(reading, value, "`values`") ?? []).map((field) => [field.key, field.value]));
    },
    generated: (value) => readKeys(reading, value, "`generated`", generatedKeys(reading, draft)),
    upgrade: (value) => {
      draft.upgrade = readNumber(reading, value, "upgrade", 3, 3) === null ? null : 3;
    },
    "report-only": (value) => {
      draft.reportOnly = readBoolean(reading, value, "report-only") ?? draft.reportOnly;
    },
    rules: (value) => {
      const { rules, backfillAbove } = readRules(reading, value);
      draft.rules = rules;
      draft.backfillAbove = backfillAbove ?? draft.backfillAbove;
    },
    paths: (value) => {
      draft.paths = readPathRules(reading, value);
    },
    gate: (value) => {
      draft.gate = readWord(reading, value, "gate", ["new", "touched", "all"] as const) ?? draft.gate;
    },
    baseline: (value) => {
      draft.baseline = readTreePath(reading, value, "baseline");
    },
    "ignore-fails": (value) => {
      draft.ignoreFails = readBoolean(reading, value, "ignore-fails") ?? draft.ignoreFails;
    },
    policies: (value) => {
      draft.policies = readPolicies(reading, value);
    },
    comment: (value) => readKeys(reading, value, "`comment`", commentKeys(reading, draft)),
  };
}

const generatedKeys = (reading: Reading, draft: Draft): Keys => ({
  directory: (value) => {
    const directory = readTreePath(reading, value, "directory");
    if (directory !== null) draft.generated = { ...draft.generated, directory };
  },
  commit: (value) => {
    // YAML 1.1 reads a bare `off` as false.
    const commit = readWord(reading, value, "commit", ["off", "check", "write"] as const);
    draft.generated = { ...draft.generated, commit: commit ?? draft.generated.commit };
  },
});

const commentKeys = (reading: Reading, draft: Draft): Keys => ({
  when: (value) => {
    const when = readWord(reading, value, "when", ["changes", "always", "findings", "never"] as const);
    draft.comment = { ...draft.comment, when: when ?? draft.comment.when };
  },
  diagram: (value) =>
    readKeys(reading, value, "`diagram`", {
      nodes: (nodes) => {
        const count = readNumber(reading, nodes, "nodes", 1, 200);
        draft.comment = { ...draft.comment, nodes: count ?? draft.comment.nodes };
      },
      direction: (direction) => {
        const word = readWord(reading, direction, "direction", ["LR", "TB"] as const);
        draft.comment = { ...draft.comment, direction: word ?? draft.comment.direction };
      },
    }),
});
