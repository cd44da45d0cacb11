import type { Config } from "./config.ts";
import type { Dag } from "./dag.ts";
import type { Path } from "./path.ts";
import type { Problem } from "./problem.ts";
import type { Discovery } from "./site.ts";
import type { Versions } from "./version.ts";

/** One version of a repository, compiled. */
export interface Project {
  readonly commit: string | null;
  readonly config: Config;
  readonly versions: Versions;
  readonly discovery: Discovery;
  /** In the order of their ids. */
  readonly dags: readonly Dag[];
  /** Problems that belong to no DAG: the configuration, an entry point that cannot be read. */
  readonly problems: readonly Problem[];
  /** The text of every file that any span of this project points into. */
  readonly texts: ReadonlyMap<Path, string>;
}
