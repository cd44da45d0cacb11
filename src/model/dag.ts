import type { Path } from "./path.ts";
import type { Problem } from "./problem.ts";
import type { DagSite } from "./site.ts";
import type { Span } from "./span.ts";
import type { Spec } from "./spec.ts";
import type { Field } from "./value.ts";
import type { AirflowMajor } from "./version.ts";

/** A task or a task group of a DAG, by its id in Airflow. */
export interface NodeRef {
  readonly t: "task" | "group";
  readonly id: string;
}

/** Which of gusty's steps sets an edge (`gusty/__init__.py`, `create_dag`). */
export type LinkVia = "group" | "task" | "external" | "leaf" | "root" | "latest_only";

/** One `down.set_upstream(up)` as gusty calls it. The order of links matters: a group stands for its first tasks of that moment. */
export interface Link {
  readonly up: NodeRef;
  readonly down: NodeRef;
  readonly via: LinkVia;
  /** The dependency's own text, or `null` where no file writes it (`latest_only`). */
  readonly from: Span | null;
}

/** One edge between two tasks, as Airflow has it once a link is set. */
export interface Edge {
  readonly up: string;
  readonly down: string;
  readonly via: LinkVia;
  readonly from: Span | null;
}

/** A class to import: `from module import name`. */
export interface OperatorRef {
  readonly module: string;
  readonly name: string;
  /** The module, or one that it imports, lies in `$AIRFLOW_HOME/operators`, which gusty puts on the import path: `local.X`, or `x.X`. */
  readonly local: boolean;
  /** Where the operator is named, or `null` where gusty chose it. */
  readonly span: Span | null;
}

export interface Task {
  /** The id in Airflow, with the group's own prefix (`group.task`) where there is one. */
  readonly id: string;
  /** The id that names it in `dependencies`: prefix or suffix included, Airflow's `group.` not. */
  readonly gustyId: string;
  /** The Airflow id of the group it is in, or `null` at the top. */
  readonly group: string | null;
  readonly kind: "spec" | "sensor" | "latest_only";
  /** `null` where the task's file is broken. */
  readonly operator: OperatorRef | null;
  /** The arguments that reach the operator, `task_id`, `dag` and `task_group` excepted, in the order in which gusty would pass them. */
  readonly arguments: readonly Field[];
  /** Keys of the spec that gusty drops, since the operator does not take them. Empty if the operator is unknown: then all are kept. */
  readonly dropped: readonly Field[];
  /** True where the operator's signature is known, so that `dropped` can be relied on. */
  readonly operatorKnown: boolean;
  /** The spec it was built from; `null` for sensors, `latest_only` and broken files. */
  readonly spec: Spec | null;
  /** What to show as its source: its file (the whole file's span), or the first dependency that made the sensor. */
  readonly source: Span | null;
  /** Its file cannot be read: the task is known by name only. */
  readonly broken: boolean;
}

export interface Group {
  /** The id in Airflow; where another group has it already, with the folder behind it. */
  readonly id: string;
  /** The id in Airflow, where it is not `id`: Airflow 3 builds two groups of one id below different groups. */
  readonly sharedId?: string;
  /** The folder's name: what names it in `dependencies`. */
  readonly name: string;
  readonly parent: string | null;
  readonly folder: Path;
  readonly metadata: Path | null;
  readonly prefixGroupId: boolean;
  /** What reaches `TaskGroup.__init__`, `group_id`, `dag`, `parent_group` and a plain `prefix_group_id` excepted. */
  readonly arguments: readonly Field[];
}

/** One external DAG or task that something of this DAG waits for. */
export interface External {
  readonly dag: string;
  /** `null` waits for the whole DAG (`all`). */
  readonly task: string | null;
  /** Airflow id of the sensor task. */
  readonly sensor: string;
  /** Every place that asks for it; `by` is `null` for the DAG level. */
  readonly uses: readonly { readonly by: NodeRef | null; readonly at: Span | null }[];
}

/** A task whose operator sets `dependencies` on itself: gusty makes edges of them, which are known only when Airflow parses the DAG. */
export interface ComputedDependencies {
  /** Airflow id. */
  readonly task: string;
  /** How many of the DAG's links gusty has set when it asks the task. */
  readonly after: number;
  /** What each name may mean there. */
  readonly reach: readonly (readonly [string, NodeRef])[];
}

/**
 * gusty's last steps, for a DAG with computed dependencies: which of these edges are set is decided only when Airflow
 * parses the DAG. The links of `Dag.links` from `after` on are those that the known edges give.
 */
export interface EndSteps {
  readonly after: number;
  /** Go behind everything of `beforeLeaves` that has nothing downstream. */
  readonly leaves: readonly NodeRef[];
  readonly beforeLeaves: readonly NodeRef[];
  /** Go before everything of `heads` that has nothing upstream but sensors. */
  readonly roots: readonly NodeRef[];
  /** Tasks and groups of the top level, and sensors: what may be first. */
  readonly heads: readonly NodeRef[];
  /** Sensors of the DAG level: go before everything of `heads` that has nothing upstream. */
  readonly sensors: readonly NodeRef[];
  readonly latestOnly: NodeRef | null;
}

/** A DAG as gusty would build it from one site. Broken parts are left out or marked, never the reason to stop. */
export interface Dag {
  readonly site: DagSite;
  readonly id: string;
  readonly airflow: AirflowMajor;
  /** What reaches `DAG.__init__`, `dag_id` excepted. */
  readonly settings: readonly Field[];
  /** All metadata of the DAG level, as merged from arguments and METADATA.yml: what reaches nothing included. */
  readonly metadata: readonly Field[];
  readonly metadataFile: Path | null;
  /** In gusty's walk order. */
  readonly groups: readonly Group[];
  /** In the order in which gusty builds them. */
  readonly tasks: readonly Task[];
  readonly links: readonly Link[];
  readonly edges: readonly Edge[];
  /** `null` where all edges are known. */
  readonly computed: { readonly tasks: readonly ComputedDependencies[]; readonly ends: EndSteps } | null;
  readonly externals: readonly External[];
  /** Every file that has a part in this DAG: task files, METADATA, entry point. */
  readonly files: readonly Path[];
  readonly problems: readonly Problem[];
  /**
   * `fails`: gusty or Airflow raises, and the rest is as far as known. `undecided`: something that shapes the DAG is not
   * known without Python. `built`: this is the DAG.
   */
  readonly outcome: "built" | "fails" | "undecided";
}
