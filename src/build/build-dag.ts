import { isGustyBefore } from "../config/gusty-release.ts";
import type { Catalogue, OperatorSignature } from "../model/catalogue.ts";
import type { Dag, Edge, EndSteps, Group, Task } from "../model/dag.ts";
import type { Path } from "../model/path.ts";
import type { Problem } from "../model/problem.ts";
import type { DagSite, Undecided } from "../model/site.ts";
import type { Span } from "../model/span.ts";
import type { MetadataFile, TaskFile } from "../model/spec.ts";
import type { Field } from "../model/value.ts";
import type { AirflowMajor } from "../model/version.ts";
import { argumentProblems } from "./argument-problems.ts";
import { typeProblems } from "./argument-types.ts";
import { buildTasks, leafNames, leafSpecs } from "./build-tasks.ts";
import type { Building } from "./built.ts";
import { findRings } from "./cycles.ts";
import { settingProblems } from "./dag-settings.ts";
import { setGroupDependencies, setTaskDependencies } from "./dependencies.ts";
import { droppedMetadata } from "./dropped-metadata.ts";
import { latestOnlyTask, setLeafTasks, setRootDependencies } from "./ends.ts";
import { fieldOf, fieldsOfMap, truthOf, updateFields } from "./fields.ts";
import { givenProblems, groupDefaultProblems } from "./given-types.ts";
import { addGroup, addTask, emptyGraph } from "./graph.ts";
import { duplicateChecker, idProblems } from "./ids.ts";
import { inheritedArguments } from "./inherited-arguments.ts";
import { dagMetadata, groupMetadata, levelDependencies } from "./level-metadata.ts";
import type { Level } from "./levels.ts";
import { misnamedKeys } from "./misnamed-keys.ts";
import { openShape } from "./open-values.ts";
import { outcomeOf } from "./outcome.ts";
import { externalSensorProblems, mixedDagProblems } from "./sensor-problems.ts";
import { setExternalDependencies } from "./sensors.ts";
import { siteProblems } from "./site-problems.ts";
import { groupStructure, idInAirflow, placeOf, type Structure } from "./structure.ts";

/** All that one DAG is built from: its site, its levels in walk order, and their files as read. */
export interface BuildInput {
  readonly site: DagSite;
  readonly airflow: AirflowMajor;
  /** The pinned release of gusty, or `null` for the newest. */
  readonly gusty: string | null;
  readonly levels: readonly Level[];
  readonly taskFiles: ReadonlyMap<Path, TaskFile>;
  readonly metadata: ReadonlyMap<Path, MetadataFile>;
  readonly catalogue: Catalogue;
  /** What discovery left open for this site. */
  readonly undecided: readonly Undecided[];
}

/** `wait_for_defaults` before anybody says otherwise (`gusty/building.py`, `GustyBuilder.__init__`). */
const waitForDefaultsIn = (gusty: string | null): readonly Field[] => [
  { key: "poke_interval", keySpan: null, value: { t: "int", v: 10n } },
  { key: "timeout", keySpan: null, value: { t: "int", v: isGustyBefore(gusty, "0.9") ? 60n : 3600n } },
  { key: "retries", keySpan: null, value: { t: "int", v: 60n } },
];

/** Keys of `wait_for_defaults` that count as an argument of `create_dag`, beside those of BaseOperator. */
const WAIT_FOR_PARAMETERS = new Set([
  "poke_interval",
  "timeout",
  "retries",
  "mode",
  "soft_fail",
  "execution_delta",
  "execution_date_fn",
  "check_existence",
]);

/**
 * Builds the DAG of one site by gusty's steps, in gusty's order (`gusty/__init__.py`, `create_dag`). Never throws: what
 * gusty or Airflow would raise is a problem, and the rest is built as far as known.
 */
export function buildDag(input: BuildInput): Dag {
  const { site, airflow, catalogue } = input;
  const problems: Problem[] = [...siteProblems(site, input.undecided, input.levels)];
  const { structures, waitForDefaults, duplicates } = buildStructures(input, problems);
  const top = structures[0];
  const building: Building = {
    site,
    airflow,
    gusty: input.gusty,
    catalogue,
    structures,
    tasks: new Map(),
    sensors: new Map(),
    externals: new Map(),
    waitForDefaults,
    graph: emptyGraph(),
    computed: [],
    problems,
  };
  const wired = top ? wire(building, input, top, duplicates) : null;
  problems.push(...cycleProblems(building.graph.edges, problems, site));
  const settings = (top?.metadata ?? []).filter((field) => catalogue.dag.has(field.key) && field.key !== "dag_id");
  problems.push(
    ...settingProblems(site, settings, airflow),
    ...argumentProblems(settings, airflow, site.declared),
    ...typeProblems(settings, "dag", airflow, site.declared),
    ...(top ? ownTaskProblems(wired?.tasks ?? [], top, airflow, site.declared) : []),
    ...takenKeys(top?.metadata ?? [], site),
    ...mixedDagProblems(wired?.tasks ?? [], site.declared),
    ...(top ? givenProblems(site, top, airflow, input.gusty) : []),
    ...groupDefaultProblems(site, structures, airflow),
    ...misnamedKeys(structures, wired?.tasks ?? []),
    ...droppedMetadata(structures, catalogue, signaturesOf(wired?.tasks ?? [], catalogue)),
  );
  return {
    site,
    id: site.id,
    airflow,
    settings,
    metadata: top?.metadata ?? [],
    metadataFile: top?.level.metadata ?? null,
    groups: structures.flatMap(({ group }): Group[] => (group ? [group] : [])),
    tasks: wired?.tasks ?? [],
    links: building.graph.links,
    edges: building.graph.edges,
    computed: wired && building.computed.length > 0 ? { tasks: building.computed, ends: wired.ends } : null,
    externals: [...building.externals.values()].map(({ external, uses }) => ({ ...external, uses })),
    files: filesOf(site, structures),
    problems: distinct(problems),
    outcome: outcomeOf(problems),
  };
}

/** The signatures of the operators of all tasks, each once; `null` where one is not known. */
function signaturesOf(tasks: readonly Task[], catalogue: Catalogue): readonly OperatorSignature[] | null {
  if (tasks.some((task) => !task.operatorKnown)) return null;
  const paths = tasks.map(({ spec, operator }) => {
    const written = spec ? fieldOf(spec.fields, "operator")?.value : undefined;
    return written?.t === "str" ? written.v : `${operator?.module}.${operator?.name}`;
  });
  const found = [...new Set(paths)].map((path) => catalogue.lookup(path));
  const known = found.flatMap((lookup) => (lookup.ok ? [lookup.signature] : []));
  return known.length === found.length ? known : null;
}

/** Without repetition: what stands in `default_args` is wrong once, however many tasks it reaches. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    if (problem.kind !== "raises") return true;
    const key = `${problem.at.file}:${problem.at.start}:${problem.at.end} ${problem.detail}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Rings of tasks, but none through an id that two tasks share: whose edges these are is not known. */
function cycleProblems(edges: readonly Edge[], problems: readonly Problem[], site: DagSite): readonly Problem[] {
  const shared = new Set(problems.flatMap((problem) => (problem.kind === "duplicate-id" ? [problem.id] : [])));
  return findRings(edges.filter((edge) => !shared.has(edge.up) && !shared.has(edge.down))).map((ring) => {
    const at = ring.find((edge) => edge.from)?.from ?? site.declared;
    return { kind: "dependency-cycle", at, ring };
  });
}

/** Values of the DAG's `default_args` for which the tasks that gusty adds raise; sensors also have settings of their own. */
function ownTaskProblems(
  tasks: readonly Task[],
  top: Structure,
  airflow: AirflowMajor,
  place: Span,
): readonly Problem[] {
  return tasks.flatMap((task): readonly Problem[] => {
    if (task.kind === "spec") return [];
    const at = task.source ?? place;
    const all = [...task.arguments, ...inheritedArguments(task.arguments, [top.metadata])];
    return [
      ...argumentProblems(all, airflow, at),
      ...typeProblems(all, "task", airflow, at),
      ...(task.operator?.name === "ExternalTaskSensor" ? externalSensorProblems(all, at) : []),
    ];
  });
}

/** Keys of METADATA, or arguments, that gusty passes beside its own argument of that name (`gusty/building.py`, `build_structure`). */
function takenKeys(own: readonly Field[], site: DagSite): readonly Problem[] {
  const field = fieldOf(own, "dag_id");
  if (!field) return [];
  const detail = "gusty passes the folder's name as `dag_id` already, and `DAG` refuses the second one";
  const at = field.keySpan ?? field.value.span ?? site.declared;
  return [{ kind: "raises", at, detail, expected: "no `dag_id`: rename the folder instead" }];
}

function wire(
  building: Building,
  input: BuildInput,
  top: Structure,
  duplicates: ReturnType<typeof duplicateChecker>,
): { readonly tasks: readonly Task[]; readonly ends: EndSteps } {
  const { graph, problems, structures, site } = building;
  const fromDict = leafSpecs(site, input.gusty);
  const all: Task[] = [];
  for (const structure of structures) {
    if (structure.group) addGroup(graph, structure.group.id);
  }
  for (const structure of structures) {
    const built = buildTasks(structure, input.taskFiles, structure === top ? fromDict : [], building.catalogue, [
      top.metadata,
      ...structures.filter(({ group }) => group && structure.around.includes(group.id)).map(({ metadata }) => metadata),
    ]);
    problems.push(...built.problems);
    for (const entry of built.tasks) {
      const { task } = entry;
      const at = task.source ?? site.declared;
      problems.push(...idProblems(task.id, "task", at), ...duplicates(task.id, "task", at));
      building.tasks.set(task.id, entry);
      addTask(graph, task.id, structure.around);
      all.push(task);
    }
  }
  setGroupDependencies(building);
  setTaskDependencies(building);
  setExternalDependencies(building);
  const after = graph.links.length;
  const leafSteps = setLeafTasks(building, top, leafNames(site, input.gusty));
  const waits = levelDependencies(top.own, site.arguments);
  problems.push(...waits.problems);
  const latestOnly = fieldOf(top.metadata, "latest_only");
  const wanted = latestOnly ? (truthOf(latestOnly.value) ?? false) : true;
  const rootSteps = setRootDependencies(building, top, waits.external, wanted);

  const added = [...building.sensors.values(), ...(wanted ? [latestOnlyTask(building)] : [])];
  for (const task of added) {
    const at = task.source ?? site.declared;
    problems.push(...idProblems(task.id, "task", at), ...duplicates(task.id, "task", at));
  }
  return { tasks: [...all, ...added], ends: { after, ...leafSteps, ...rootSteps } };
}

interface Structures {
  readonly structures: readonly Structure[];
  readonly waitForDefaults: readonly Field[];
  readonly duplicates: ReturnType<typeof duplicateChecker>;
}

function buildStructures(input: BuildInput, problems: Problem[]): Structures {
  const { site, catalogue } = input;
  const duplicates = duplicateChecker(input.airflow);
  const own = new Map<Level, readonly Field[]>();
  for (const level of input.levels) {
    const file = level.metadata ? input.metadata.get(level.metadata) : undefined;
    problems.push(...(file?.problems ?? []));
    own.set(level, file?.fields ?? []);
  }
  const [first, ...rest] = input.levels;
  if (!first) return { structures: [], waitForDefaults: waitForDefaultsIn(input.gusty), duplicates };
  const ownOf = (level: Level): readonly Field[] => own.get(level) ?? [];
  const top: Structure = {
    level: { ...first, parent: null },
    metadata: dagMetadata(site.arguments, ownOf(first), input.gusty),
    own: ownOf(first),
    group: null,
    affix: null,
    around: [],
  };
  problems.push(...idProblems(site.id, "dag", site.declared), ...openShape(top.metadata, site.declared, problems));
  const topLike = (level: Level): Structure => ({
    ...top,
    metadata: dagMetadata(site.arguments, ownOf(level), input.gusty),
  });
  const structures = [top];
  const ignore = fieldOf(top.metadata, "ignore_subfolders");
  const below = ignore && truthOf(ignore.value) !== false ? [] : rest;
  for (const level of below) {
    const parent = structures.find((other) => other.level.folder === level.parent);
    if (!parent) {
      problems.push(orphan(level, first, wantsLatestOnly(top) && wantsLatestOnly(topLike(level))));
      continue;
    }
    const { structure, problems: found } = groupStructure(
      level,
      groupMetadata(site.arguments, ownOf(level)),
      ownOf(level),
      parent,
      catalogue,
      new Set(structures.flatMap(({ group }) => (group ? [idInAirflow(group)] : []))),
    );
    problems.push(...found);
    if (structure.group) {
      const at: Span = placeOf(level, first.folder);
      const { prefixGroupId } = structure.group;
      const id = idInAirflow(structure.group);
      const own = parent.group?.prefixGroupId ? id.slice(idInAirflow(parent.group).length + 1) : id;
      problems.push(...typeProblems(structure.metadata, "group", input.airflow, at));
      const refused = input.airflow === 3 || prefixGroupId ? idProblems(own, "group", at) : [];
      problems.push(...refused, ...duplicates(id, "group", at, structure.around.at(-1)));
    }
    structures.push(structure);
  }
  return { structures, waitForDefaults: waitForDefaultsOf(input, top), duplicates };
}

const wantsLatestOnly = (structure: Structure): boolean => {
  const field = fieldOf(structure.metadata, "latest_only");
  return field ? truthOf(field.value) === true : true;
};

/** A level that gusty cannot hang up anywhere. With two DAGs `latest_only` is made twice, which Airflow refuses. */
function orphan(level: Level, top: Level, twice: boolean): Problem {
  const at = placeOf(level, top.folder);
  const folder = level.folder;
  if (level.parent === null) {
    const second = `the folder \`${folder}\` lies in one with the same name as the folder around the DAG, so gusty takes it for a second DAG`;
    const detail = twice ? `${second}, and makes \`latest_only\` twice` : `${second}, and puts its tasks into this one`;
    const expected = "another name for the folder around it";
    return { kind: "folder-shape", at, folder, detail, expected, raises: twice };
  }
  return {
    kind: "folder-shape",
    at,
    folder,
    raises: true,
    detail: `the folder \`${level.folder}\` lies below one that gusty ignores, so gusty looks for a parent that is not there`,
    expected: "no sub folders below a folder that starts with `_` or `.`, or holds `.gustyignore`",
  };
}

/** Arguments count only where the sensor or BaseOperator takes them; METADATA counts whatever it says. */
function waitForDefaultsOf({ site, catalogue, gusty }: BuildInput, top: Structure): readonly Field[] {
  const argument = fieldOf(site.arguments, "wait_for_defaults");
  const fromSite = ((argument && fieldsOfMap(argument.value)) ?? []).filter(
    (field) =>
      WAIT_FOR_PARAMETERS.has(field.key) || (!isGustyBefore(gusty, "0.9") && catalogue.baseOperator.has(field.key)),
  );
  const metadata = isGustyBefore(gusty, "0.9.1") ? undefined : fieldOf(top.own, "wait_for_defaults");
  return updateFields(
    updateFields(waitForDefaultsIn(gusty), fromSite),
    (metadata && fieldsOfMap(metadata.value)) ?? [],
  );
}

function filesOf(site: DagSite, structures: readonly Structure[]): readonly Path[] {
  const files = structures.flatMap(({ level }) => [...(level.metadata ? [level.metadata] : []), ...level.taskFiles]);
  return [...new Set([site.declared.file, ...files])].sort();
}
