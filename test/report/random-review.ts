import fc from "fast-check";
import type { DagChange, FieldChange } from "../../src/model/change.ts";
import type { Dag, Task } from "../../src/model/dag.ts";
import type { ReviewedFinding } from "../../src/model/finding.ts";
import { asPath, type Path } from "../../src/model/path.ts";
import type { Project } from "../../src/model/project.ts";
import type { Review } from "../../src/model/review.ts";
import type { Span } from "../../src/model/span.ts";
import type { Value } from "../../src/model/value.ts";
import { makeDag, makeProject } from "../support/dag.ts";

/** What a pull request may try: each would do something on GitHub if it came through. */
export const HOSTILE: readonly string[] = [
  "@octocat",
  "@acme/admins",
  "#1",
  "acme/flows#12",
  "GH-7",
  "deadbeefcafe1234567890abcdef1234567890ab",
  "https://evil.example/x?y=1",
  "www.evil.example",
  "mail@evil.example",
  "mailto:mail@evil.example",
  "![x](https://evil.example/x.png)",
  "[x](https://evil.example)",
  "[x]: https://evil.example",
  "<img src=x onerror=alert(1)>",
  "</details></summary></code></sub>",
  "<!-- windsock:v1 {} -->",
  "```",
  "````\n```mermaid\n",
  "~~~",
  "`",
  "``x`",
  "|",
  "a | b \\| c",
  ":tada:",
  ":+1:",
  "**bold** __bold__ ~~gone~~",
  "# heading",
  "- item",
  "1. item",
  "> quote",
  "> [!WARNING]",
  "---",
  "===",
  "$x$ $`y`$ $$z$$",
  "[^1]",
  "&lt;b&gt; &#64;octocat &amp;",
  "\u202egnp.exe",
  "a\u200bb",
  "\u0000\u001b[31mred",
  "line\nbreak\r\nand\rmore\u2028end",
  "\ud800",
  "$" + "{{ secrets.TOKEN }}",
  "%0A::error::x",
  "  spaces  ",
  "\\",
  "\\`",
  "ünï·çødé 数据 🎉",
];

/** Names that every object has, and others that a table of names might take for its own. */
export const PROTOTYPE_NAMES: readonly string[] = [
  "constructor",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "isPrototypeOf",
  "__proto__",
  "__defineGetter__",
  "prototype",
  "length",
  "then",
  "toJSON",
  "@toString",
  "undefined",
  "null",
  "NaN",
  "-1",
  "0",
  "",
];

/** Texts of ordinary and of hostile making, some of them long. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.constantFrom(...PROTOTYPE_NAMES),
  fc.constantFrom("load", "clean_orders", "report", "a.b", "x y"),
  fc.array(fc.constantFrom(...HOSTILE), { minLength: 2, maxLength: 4 }).map((parts) => parts.join(" ")),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.integer({ min: 50, max: 600 }).map((length) => "long_".repeat(length / 5)),
);

const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    fc.constant<Value>({ t: "null" }),
    fc.boolean().map((v): Value => ({ t: "bool", v })),
    fc.bigInt().map((v): Value => ({ t: "int", v })),
    fc.double().map((v): Value => ({ t: "float", v })),
    hostileText.map((v): Value => ({ t: "str", v })),
    hostileText.map((source): Value => ({ t: "expr", source, needs: [], free: [], why: source })),
    hostileText.map((path): Value => ({ t: "name", path })),
    fc.array(tie("value"), { maxLength: 3 }).map((v): Value => ({ t: "list", v })),
    fc.array(fc.tuple(tie("value"), tie("value")), { maxLength: 3 }).map((v): Value => ({ t: "map", v })),
    fc.tuple(hostileText, fc.array(tie("value"), { maxLength: 2 })).map(([fn, args]): Value => {
      return { t: "call", fn, args, kwargs: [] };
    }),
  ),
})).value;

const key = fc.oneof(fc.constantFrom("retries", "schedule", "default_args.owner", "sql", "password"), hostileText);

const secretField: fc.Arbitrary<FieldChange> = fc
  .constantFrom("password", "default_args.token", "conn")
  .map((path) => ({
    path,
    from: { t: "str", v: SECRET },
    to: { t: "list", v: [{ t: "str", v: `new ${SECRET}` }] },
  }));

const field: fc.Arbitrary<FieldChange> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ path: key, from: fc.option(value), to: fc.option(value) }) },
  { weight: 1, arbitrary: secretField },
);

const FILES = ["dags/a/x.yml", "dags/b/`y`|z.sql", "dags/@octocat/#1.py", "dags/dags.py"].map(asPath);

/** What no report may show. */
export const SECRET = "hunter2";

const SECRET_LINES = [
  `password: ${SECRET}`,
  `  db_token: "${SECRET}"`,
  `# api_key: ${SECRET}`,
  `bash_command: run --password=${SECRET}`,
  `uri: db://me:${SECRET}@host/x`,
];

const text = fc.array(hostileText, { maxLength: 12 }).map((lines) => lines.join("\n"));

const textWithSecrets = fc
  .array(fc.oneof({ weight: 4, arbitrary: hostileText }, { weight: 1, arbitrary: fc.constantFrom(...SECRET_LINES) }), {
    maxLength: 12,
  })
  .map((lines) => lines.join("\n"));

const spanIn = (files: readonly Path[]): fc.Arbitrary<Span> =>
  fc
    .record({ file: fc.constantFrom(...files), start: fc.nat(200), end: fc.nat(400) })
    .map(({ file, start, end }) => ({ file, start: Math.min(start, end), end: Math.max(start, end) }));

const span = spanIn(FILES);

/** Random edits could cut the name of a secret in two, so they keep to the files without. */
const editSpan = spanIn(FILES.slice(2));

const message = fc
  .array(
    fc.oneof(
      hostileText,
      hostileText.map((name) => `\`${name}\``),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(" is no task. "));

const finding: fc.Arbitrary<ReviewedFinding> = fc
  .record({
    rule: fc.constantFrom("unknown-dependency", "dependency-cycle", "not-static"),
    effect: fc.constantFrom("fails", "dropped", "hangs", "surprises", "policy"),
    severity: fc.constantFrom("error", "warning", "notice"),
    at: span,
    subject: fc.oneof(
      fc.record({ dag: hostileText }),
      fc.record({ dag: hostileText, task: hostileText }),
      fc.record({ dag: hostileText, task: hostileText, key: hostileText }),
    ),
    message,
    advice: fc.option(
      fc.oneof(
        message,
        message.map((line) => `${line}:\n  - ${line}`),
      ),
    ),
    related: fc.array(fc.record({ at: span, message }), { maxLength: 3 }),
    fix: fc.option(
      fc.record({
        description: message,
        safe: fc.boolean(),
        edits: fc.array(fc.record({ at: editSpan, text: hostileText }), { minLength: 1, maxLength: 2 }),
      }),
    ),
    stops: fc.array(hostileText, { maxLength: 3 }),
    fingerprint: fc.constant("0123456789abcdef"),
    state: fc.constantFrom("new", "existing", "fixed"),
    baseline: fc.boolean(),
    accepted: fc.option(fc.record({ by: hostileText, reason: hostileText })),
    gates: fc.constant(false),
  })
  .map((made): ReviewedFinding => {
    const accepted = made.state === "fixed" ? null : made.accepted;
    return { ...made, accepted, gates: made.state === "new" && made.severity === "error" && accepted === null };
  });

const fields = fc.array(fc.record({ key, keySpan: fc.constant(null), value }), { maxLength: 3 });

const task: fc.Arbitrary<Omit<Task, "id" | "gustyId">> = fc
  .record({
    group: fc.option(hostileText),
    kind: fc.constantFrom("spec", "sensor", "latest_only"),
    operator: fc.option(
      fc.record({
        module: hostileText,
        name: hostileText,
        local: fc.boolean(),
        span: fc.constant(null),
      }),
    ),
    arguments: fields,
    dropped: fields,
    operatorKnown: fc.boolean(),
    source: fc.option(span),
    broken: fc.boolean(),
  })
  .map((made) => ({ ...made, spec: null }));

const dag: fc.Arbitrary<Dag> = fc
  .record({
    id: hostileText,
    tasks: fc.uniqueArray(fc.tuple(hostileText, task), { minLength: 1, maxLength: 6, selector: ([id]) => id }),
    groups: fc.uniqueArray(hostileText, { maxLength: 2 }),
    parent: fc.option(hostileText),
    prefix: fc.boolean(),
    externals: fc.array(fc.tuple(hostileText, fc.option(hostileText), hostileText), { maxLength: 2 }),
    schedule: value,
    owner: hostileText,
    settings: fields,
    outcome: fc.constantFrom("built", "fails", "undecided"),
  })
  .map(({ id, tasks, groups, parent, prefix, externals, schedule, owner, settings, outcome }) => {
    const known = [...new Set([...groups, ...tasks.flatMap(([, { group }]) => (group === null ? [] : [group]))])];
    const made = makeDag(id, {
      folder: "dags/a",
      settings: { schedule: { value: schedule }, default_args: { owner } },
      pairs: tasks.slice(1).map(([name], at) => [tasks[at]?.[0] ?? name, name] as const),
      outcome,
    });
    return {
      ...made,
      settings: [...made.settings, ...settings.filter((one) => one.key !== "schedule")],
      groups: known.map((group) => ({
        id: group,
        name: group,
        parent: known.slice(0, known.indexOf(group)).find((other) => other === parent) ?? null,
        folder: asPath("dags/a"),
        metadata: null,
        prefixGroupId: prefix,
        arguments: [],
      })),
      externals: externals.map(([other, awaited, sensor]) => ({ dag: other, task: awaited, sensor, uses: [] })),
      tasks: tasks.map(([name, rest]) => ({ ...rest, id: name, gustyId: name })),
    };
  });

const pairs = fc.array(fc.tuple(hostileText, hostileText), { maxLength: 3 });

const change: fc.Arbitrary<DagChange> = fc
  .record({
    id: hostileText,
    kind: fc.constantFrom("added", "removed", "renamed", "changed", "affected", "unchanged"),
    base: dag,
    head: dag,
    hash: fc.constantFrom({ base: "a", head: "a" }, { base: "a", head: "b" }, { base: null, head: null }),
    tasks: fc.record({
      added: fc.array(hostileText, { maxLength: 3 }),
      removed: fc.array(hostileText, { maxLength: 3 }),
      renamed: fc.array(
        fc.record({ from: hostileText, to: hostileText, likeness: fc.double({ min: 0, max: 1, noNaN: true }) }),
        { maxLength: 2 },
      ),
      moved: fc.array(fc.record({ id: hostileText, from: fc.option(hostileText), to: fc.option(hostileText) }), {
        maxLength: 2,
      }),
      changed: fc.array(fc.record({ id: hostileText, fields: fc.array(field, { maxLength: 5 }), code: fc.boolean() }), {
        maxLength: 3,
      }),
    }),
    edges: fc.record({ added: pairs, removed: pairs }),
    settings: fc.array(field, { maxLength: 3 }),
    operators: fc.array(
      fc.record({
        operator: hostileText,
        files: fc.array(hostileText, { maxLength: 3 }),
        tasks: fc.array(hostileText, { maxLength: 3 }),
      }),
      { maxLength: 2 },
    ),
    backfill: fc.option(
      fc.record({
        cause: fc.constantFrom("new", "catchup", "schedule"),
        since: fc.constantFrom("2024-01-01", "0001-01-01"),
        runs: fc.option(fc.nat(100_000)),
        atOnce: fc.option(fc.integer({ min: 1, max: 32 })),
      }),
    ),
    risk: fc.subarray(["shape", "schedule", "backfill", "code"] as const),
    downstream: fc.array(fc.record({ dag: hostileText, tasks: fc.array(hostileText, { maxLength: 2 }) }), {
      maxLength: 2,
    }),
    affected: fc.array(hostileText, { maxLength: 3 }),
    files: fc.array(hostileText, { maxLength: 3 }),
    migrated: fc.option(hostileText),
    filesMoved: pairs,
  })
  .map(
    (made): DagChange =>
      aboutItsTasks({
        ...made,
        base: made.kind === "added" ? null : made.base,
        head: made.kind === "removed" ? null : made.head,
      }),
  );

/** The same change, which tells of tasks that its DAGs have, too: of the first one of each version, and of the arrow behind it. */
function aboutItsTasks(change: DagChange): DagChange {
  const { base, head, tasks, edges, downstream, id } = change;
  const [now, next] = head?.tasks.map((one) => one.id) ?? [];
  const [old] = base?.tasks.map((one) => one.id) ?? [];
  const arrow = now !== undefined && next !== undefined ? [[now, next] as const] : [];
  return {
    ...change,
    tasks: {
      ...tasks,
      added: [...tasks.added, ...(next === undefined ? [] : [next])],
      removed: [...tasks.removed, ...(old === undefined ? [] : [old])],
      changed: tasks.changed.map((one, at) => (at === 0 ? { ...one, id: now ?? one.id } : one)),
    },
    edges: { ...edges, added: [...edges.added, ...arrow] },
    downstream: downstream.map((one) => ({ ...one, tasks: [...one.tasks, `wait_for_${id}_${now ?? ""}`] })),
  };
}

const project = fc
  .record({
    dags: fc.array(dag, { maxLength: 3 }),
    texts: fc.tuple(textWithSecrets, textWithSecrets, text, text),
    why: hostileText,
  })
  .map(({ dags, texts, why }): Project => {
    const made = makeProject(dags, Object.fromEntries(FILES.map((file, at) => [file, texts[at] ?? ""])));
    const at: Span = { file: FILES[0] ?? asPath("x"), start: 1, end: 2 };
    return {
      ...made,
      commit: "a1b2c3d4e5f60718293a4b5c6d7e8f9012345678",
      discovery: {
        ...made.discovery,
        undecided: [
          { at, expression: why, why, hides: { what: "sites" } },
          { at, expression: why, why, hides: { what: "argument", folder: asPath("dags/a"), path: why } },
        ],
      },
    };
  });

/** The finding, about a task of this change where there is one. */
function aboutOf(finding: ReviewedFinding, change: DagChange | undefined): ReviewedFinding {
  const task = (change?.head ?? change?.base)?.tasks[0]?.id;
  return change && task !== undefined ? { ...finding, subject: { ...finding.subject, dag: change.id, task } } : finding;
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

const python = fc
  .array(
    fc.oneof(
      hostileText.map((line) => `# ${line.replace(/[\r\n]/g, " ")}`),
      fc.constantFrom(`x = Op(password="${SECRET}")`, `c = {"token": ["${SECRET}"]}`),
    ),
    { maxLength: 10 },
  )
  .map((lines) => lines.join("\n"));

/** How many reviews a test tries: `WINDSOCK_RUNS`, or as many as usual. */
export const runs = (usual: number): { readonly numRuns: number } => ({
  numRuns: Number(process.env.WINDSOCK_RUNS ?? usual),
});

/** Reviews of every shape, full of hostile names; up to `most` findings and DAGs. */
export const randomReview = (most = 5): fc.Arbitrary<Review> =>
  fc
    .record({
      base: fc.option(project),
      head: project,
      changes: fc.array(change, { maxLength: most }),
      findings: fc.array(finding, { maxLength: most }),
      python: fc.array(fc.tuple(python, python), { minLength: most, maxLength: most }),
      why: fc.option(hostileText),
    })
    .map(({ base, head, changes, findings, python, why }): Review => {
      const count = (severity: string): number =>
        findings.filter((one) => one.severity === severity && one.state !== "fixed").length;
      return {
        tool: { name: "windsock", version: "0.1.0" },
        base,
        head,
        changes: [...changes].sort(byId),
        findings: findings
          .map((finding, at) => aboutOf(finding, changes[at]))
          .sort((a, b) => Number(b.gates) - Number(a.gates)),
        generated: changes.map(({ id }, at) => {
          const [before = "", after = ""] = python[at] ?? [];
          const source: Span = { file: FILES[at % FILES.length] ?? asPath("x"), start: 0, end: 40 };
          const lines = [
            { line: 1, endLine: 3, source },
            { line: 2, endLine: 2, source: { ...source, start: 5, end: 9 } },
          ];
          const file = (text: string) => ({ dag: id, path: asPath("generated/x.py"), text, lines });
          return { dag: id, base: why === null ? file(before) : null, head: file(after), why };
        }),
        counts: { error: count("error"), warning: count("warning"), notice: count("notice") },
        conclusion: findings.some(({ gates }) => gates) ? "failure" : "success",
      };
    });
