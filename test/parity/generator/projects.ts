import fc from "fast-check";
import { BROKEN, type Chances, sometimes, VALID } from "./chances.ts";
import { type Argument, callArguments, declaration, entryPoint, HELPERS, SHAPES } from "./entry-points.ts";
import { metadata } from "./metadata.ts";
import { groupName } from "./names.ts";
import { SOURCES } from "./operators.ts";
import { type TaskText, taskFile } from "./task-files.ts";

/** A project: the files below AIRFLOW_HOME by path. */
export type Tree = Readonly<Record<string, string | Uint8Array>>;

interface Folder {
  readonly metadata: string | null;
  readonly tasks: readonly TaskText[];
  readonly extra: readonly TaskText[];
  readonly groups: readonly (readonly [string, Folder])[];
}

const EXTRA: readonly TaskText[] = [
  { name: "README.md", text: "# Words\n" },
  { name: "query.sql.txt", text: "select 1\n" },
  { name: "_skipped.yml", text: "operator: nothing\n" },
  { name: ".hidden.yml", text: "operator: nothing\n" },
  { name: "A.YML", text: "operator: nothing\n" },
];
const ODD_EXTRA: readonly TaskText[] = [
  { name: ".gustyignore", text: "" },
  { name: "METADATA.yaml", text: "operator: airflow.operators.empty.EmptyOperator\n" },
  { name: "metadata.yml", text: "tags: [a]\n" },
  { name: "notes.yml", text: "just: words\n" },
  { name: "empty.yml", text: "" },
];

function folder(of: "dag" | "group", name: string, depth: number, chances: Chances): fc.Arbitrary<Folder> {
  const groups =
    depth === 0
      ? fc.constant<[string, Folder][]>([])
      : fc.uniqueArray(
          groupName(chances).chain((group) => fc.tuple(fc.constant(group), folder("group", group, depth - 1, chances))),
          {
            maxLength: depth === 1 ? 1 : 3,
            selector: ([name]) => name,
          },
        );
  return fc.record({
    metadata: sometimes(metadata(of, name, chances), 60),
    tasks: fc.uniqueArray(taskFile(chances), {
      minLength: of === "dag" ? 1 : 0,
      maxLength: of === "dag" ? 5 : 3,
      selector: ({ name }) => name,
    }),
    extra: sometimes(chances.odd(fc.constantFrom(...EXTRA), fc.constantFrom(...ODD_EXTRA), 4), 8).map((one) =>
      one === null ? [] : [one],
    ),
    groups: of === "dag" ? sometimes(groups, 60).map((found) => found ?? []) : groups,
  });
}

const dagName = ({ odd }: Chances): fc.Arbitrary<string> =>
  odd(
    fc.constantFrom("barn", "o", "Field_2", "silo-1"),
    fc.constantFrom("_x", "a b", ".d", "farm", "x__", "müh", "empty"),
  );

const project = (chances: Chances): fc.Arbitrary<Tree> =>
  fc
    .tuple(
      fc.constantFrom(...SHAPES),
      callArguments(chances),
      fc.uniqueArray(fc.tuple(dagName(chances), folder("dag", "", 2, chances)), {
        minLength: 1,
        maxLength: 2,
        selector: ([name]) => name,
      }),
      sometimes(chances.odd(fc.constant("barn"), fc.constant("missing"), 1), 3),
      chances.odd(fc.constant(true), fc.constant(false), 6),
    )
    .map(([shape, args, dags, other, unique]) => {
      const files: Record<string, string | Uint8Array> = {};
      const names = [...new Set([...dags.map(([name]) => name), ...(other === "missing" ? [other] : [])])];
      for (const [name, one] of dags) put(files, `dags/farm/${name}`, one, unique ? new Set() : null);
      const needsMacro = shape !== "declared" && /\bloaves\b/.test(Object.values(files).join("\n"));
      const given = needsMacro ? withMacro(args) : args;
      if (shape === "declared") files["windsock.yml"] = declaration(args);
      else files["dags/entry.py"] = entryPoint(shape, names, given);
      if (shape === "helpers") Object.assign(files, HELPERS);
      const texts = Object.values(files).join("\n");
      for (const [path, text] of Object.entries(SOURCES)) {
        if (
          path.startsWith("operators/")
            ? /\blocal\.|\bbake_|\bhelper\b|\bfollow\b/.test(texts)
            : texts.includes("plugs.")
        ) {
          files[path] = text;
        }
      }
      return files;
    });

/** The arguments with the macro `loaves`, where none of them gives it. */
const withMacro = (args: readonly Argument[]): readonly Argument[] =>
  args.some(({ key, python }) => /^(user_defined_macros|dag_constructors)$/.test(key) && python.includes("loaves"))
    ? args
    : [
        ...args.filter(({ key }) => key !== "user_defined_macros"),
        { key: "user_defined_macros", python: '{"loaves": loaves}' },
      ];

/** Puts a folder's files into `files`: no two paths that differ in case only, and where `ids` is given no id twice. */
function put(
  files: Record<string, string | Uint8Array>,
  path: string,
  { metadata: own, tasks, extra, groups }: Folder,
  ids: Set<string> | null,
): void {
  const taken = new Set(Object.keys(files).map((one) => one.toLowerCase()));
  const isNew = (name: string): boolean => {
    const id = name.replace(/\.[^.]*$/, "").toLowerCase();
    const before = ids?.has(id);
    ids?.add(id);
    return !before;
  };
  const add = (name: string, text: string | Uint8Array): void => {
    const full = `${path}/${name}`;
    if (!taken.has(full.toLowerCase())) files[full] = text;
    taken.add(full.toLowerCase());
  };
  if (own !== null) add("METADATA.yml", own);
  for (const { name, text } of tasks) if (isNew(name)) add(name, text);
  for (const { name, text } of extra) add(name, text);
  for (const [name, group] of groups) if (isNew(name)) put(files, `${path}/${name}`, group, ids);
  if (tasks.length + extra.length + groups.length === 0 && own === null) add("notes.txt", "Nothing here.\n");
}

/** A gusty project of any shape in which nothing is wrong on purpose. */
export const validProjects: fc.Arbitrary<Tree> = project(VALID);

/** A gusty project of any shape: about half of them hold something that is wrong. */
export const projects: fc.Arbitrary<Tree> = fc.oneof(
  { withCrossShrink: true },
  { arbitrary: validProjects, weight: 1 },
  { arbitrary: project(BROKEN), weight: 1 },
);
