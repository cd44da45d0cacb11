import type { Config } from "./config.ts";
import type { Dag } from "./dag.ts";
import type { Path } from "./path.ts";
import type { Problem } from "./problem.ts";
import type { Discovery } from "./site.ts";
import type { Versions } from "./version.ts";

/** One version of a repository, compiled. */
export interface Project {
  readonly commit: string | null;
  /** As `Snapshot.date`: the "now" of everything that asks for one. */
  readonly date: number | null;
  readonly config: Config;
  /** Folders of generated files: as configured, and as this version's own configuration has it. */
  readonly generatedIn: readonly Path[];
  readonly versions: Versions;
  /** The same files compiled for each of `versions.others`. */
  readonly others?: readonly Project[];
  /**
   * Each deployment by itself, where the repository holds several: DAGs meet only within one. Then `dags` are all of
   * theirs with the deployment's root and a colon before each id, `problems` only those of none, and `versions` the first one's.
   */
  readonly deployments?: readonly Project[];
  readonly discovery: Discovery;
  /** In the order of their ids. */
  readonly dags: readonly Dag[];
  /** Problems that belong to no DAG: the configuration, an entry point that cannot be read. */
  readonly problems: readonly Problem[];
  /**
   * The files of the repository that define an operator: its class and those above it. By `operatorPath` of the
   * operator; operators from elsewhere are not in it.
   */
  readonly operatorFiles: ReadonlyMap<string, readonly Path[]>;
  /** The text of every file that any span of this project points into, of `operatorFiles`, and of templates that arguments name. */
  readonly texts: ReadonlyMap<Path, string>;
}
