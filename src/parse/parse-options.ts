import type { Path } from "../model/path.ts";
import type { CallFunction, HookedFile } from "../model/site.ts";
import type { TagConstructors, Value } from "../model/value.ts";
import type { AirflowMajor } from "../model/version.ts";

/** What the rules for a task file depend on besides its text. */
export interface ParseOptions {
  /** Decides gusty's default operator of `.py` files. */
  readonly airflow: AirflowMajor;
  /** gusty's version, or `null` where nothing pins it. */
  readonly gusty: string | null;
  /** The project's own YAML tags: `dag_constructors` and `user_defined_macros` of `create_dag`. */
  readonly constructors: TagConstructors;
  /** What functions in `parse_hooks` make of files. */
  readonly hooks?: ReadonlyMap<Path, HookedFile>;
  /** Runs functions of the project in `user_defined_macros` and `dag_constructors`. */
  readonly call?: CallFunction;
  /** Task files are rendered when the DAG is made (`render_on_create`). */
  readonly rendersTasks?: boolean;
  /** What the configuration tells of expressions. */
  readonly values?: ReadonlyMap<string, Value>;
}
