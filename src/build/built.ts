import type { Catalogue } from "../model/catalogue.ts";
import type { ComputedDependencies, External, NodeRef, Task } from "../model/dag.ts";
import type { Problem } from "../model/problem.ts";
import type { DagSite } from "../model/site.ts";
import type { Field } from "../model/value.ts";
import type { AirflowMajor } from "../model/version.ts";
import type { Graph } from "./graph.ts";
import type { Structure } from "./structure.ts";

/** A task with the level it belongs to, by the id that names it in `dependencies`. */
export interface LevelTask {
  readonly task: Task;
  readonly structure: Structure;
}

/** A DAG while gusty's steps build it: each step adds to it, in gusty's order. */
export interface Building {
  readonly site: DagSite;
  readonly airflow: AirflowMajor;
  /** The pinned release of gusty, or `null` for the newest. */
  readonly gusty: string | null;
  readonly catalogue: Catalogue;
  readonly structures: readonly Structure[];
  /** By Airflow's id. */
  readonly tasks: Map<string, LevelTask>;
  /** Sensors by their name, in the order in which they are made. */
  readonly sensors: Map<string, Task>;
  readonly externals: Map<
    string,
    { external: External; uses: { by: NodeRef | null; at: External["uses"][number]["at"] }[] }
  >;
  /** What sensors get unless a place overrides it. */
  readonly waitForDefaults: readonly Field[];
  readonly graph: Graph;
  /** Tasks whose operators compute dependencies, in the order in which gusty asks them. */
  readonly computed: ComputedDependencies[];
  readonly problems: Problem[];
}

export const taskNode = (task: Task): NodeRef => ({ t: "task", id: task.id });
export const groupNode = (id: string): NodeRef => ({ t: "group", id });

/** What a name in a list of dependencies can mean, by that name. */
export type Reach = ReadonlyMap<string, NodeRef>;

/** The task groups right inside `folder`, by the folder's name; `but` is left out. */
export function childGroups(building: Building, parent: Structure, but: Structure | null = null): Map<string, NodeRef> {
  const nodes = new Map<string, NodeRef>();
  for (const structure of building.structures) {
    if (structure === but || structure.level.parent !== parent.level.folder || !structure.group) continue;
    nodes.set(structure.level.name, groupNode(structure.group.id));
  }
  return nodes;
}

/** The tasks of one level by the id that names them, in the order in which they are built. */
export function levelTasks(building: Building, structure: Structure): Map<string, NodeRef> {
  const nodes = new Map<string, NodeRef>();
  for (const { task, structure: own } of building.tasks.values()) {
    if (own === structure) nodes.set(task.gustyId, taskNode(task));
  }
  return nodes;
}
