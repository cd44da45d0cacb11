import type { Path } from "./path.ts";
import type { Span } from "./span.ts";
import type { ExprValue, Field, Value } from "./value.ts";

/** A folder that an entry point turns into a DAG (`gusty/__init__.py`, `create_dag`), with the arguments it passes. */
export interface DagSite {
  /** The DAG's id: the folder's own name. */
  readonly id: string;
  /** The folder. */
  readonly folder: Path;
  /** The call of `create_dag` or `create_dags`, or the place in `windsock.yml` that declares the folder. */
  readonly declared: Span;
  readonly by: "create_dag" | "create_dags" | "windsock.yml";
  /** The Python file that Airflow loads, or `null` for a folder declared in `windsock.yml`. */
  readonly entryPoint: Path | null;
  /** The arguments of the call but `dag_dir`, `dags_dir` and `caller_env`, in the order in which they are written. */
  readonly arguments: readonly Field[];
  /** Statements that deal with the DAG after it is made, in the order in which they run: what they change is not known. */
  readonly statements?: readonly SiteStatement[];
  /** Statements of the entry point that change `sys.path`, `os.environ` or logging before the DAG is made, with what they need. */
  readonly setup?: readonly Span[];
  /** What `parse_hooks` make of the files that they read, where they are known. */
  readonly hooks?: ParseHooks;
  /** Functions in `user_defined_macros` and `dag_constructors`, as they are when the DAG is made. */
  readonly call?: CallFunction;
}

/** A statement of an entry point that deals with the DAG once gusty has made it. */
export interface SiteStatement {
  /** Where it stands. */
  readonly at: Span;
  /** The statement as written, at the left edge. */
  readonly source: string;
  /** Names in it that stand for the DAG. */
  readonly names: readonly string[];
  /** Names in it that have the value of that moment. */
  readonly values: readonly (readonly [string, ExprValue])[];
  /** Statements of its module that it needs. */
  readonly needs: readonly Span[];
  /** Names that it binds. */
  readonly binds: readonly string[];
}

/** Calls a function of the project by its name, such as a macro; `null` where only Python can. */
export type CallFunction = (
  name: string,
  args: readonly Value[],
  named: readonly (readonly [string, Value])[],
) => Value | null;

/** Files of a DAG that functions of the project read (`gusty/parsing/__init__.py`, `parse`). */
export interface ParseHooks {
  /** Ends of names, such as `.sas`, that make a file a task beside gusty's own. */
  readonly extensions: readonly string[];
  /** What reading each file gives: a mapping of the task, or what is known of it. */
  readonly files: ReadonlyMap<Path, HookedFile>;
}

export type HookedFile =
  /** `call` is the call that gives the value, and can be written down where `free` is empty. */
  | { readonly t: "value"; readonly value: Value; readonly call: string }
  | { readonly t: "raises"; readonly detail: string };

/** A place in an entry point that could not be decided without running Python. */
export interface Undecided {
  readonly at: Span;
  /** The expression that blocks, as written. */
  readonly expression: string;
  /** One sentence: why it is not known. */
  readonly why: string;
  /**
   * What is unknown because of it: `sites` where it hides which folders are DAGs, else what it leaves open in one DAG:
   * the name of the argument, such as `default_args.email`.
   */
  readonly hides: /** `missing`: the folder that gusty does not find, where it is sure to look for it: then it raises. */
    | { readonly what: "sites"; readonly missing?: string }
    | { readonly what: "argument"; readonly folder: Path; readonly path: string };
}

/** A DAG that a Python file of the DAGs folder makes without gusty. */
export interface PlainDag {
  readonly id: string;
  /** The call that makes it. */
  readonly at: Span;
  /** The ids of its tasks that are known, sorted. */
  readonly tasks: readonly string[];
  /** It has no other tasks. */
  readonly complete: boolean;
}

/** What discovery found in one version. */
export interface Discovery {
  readonly sites: readonly DagSite[];
  /** Entry points, or parts of them, that could not be decided. */
  readonly undecided: readonly Undecided[];
  /** The files that were read as entry points: all `.py` files that import gusty. */
  readonly entryPoints: readonly Path[];
  /** Sites of entry points whose folders `windsock.yml` declares, so that they do not count. */
  readonly overruled: readonly DagSite[];
  /** DAGs of plain Python, in the order of their files; not those of gusty. */
  readonly plainDags: readonly PlainDag[];
  /** The folder that is AIRFLOW_HOME where the project runs, or `null` where nothing tells. */
  readonly airflowHome: Path | null;
  /** Folders from which modules of the repository are imported, in Python's order: DAGs folder, plugins, operators, root. */
  readonly importRoots: readonly Path[];
}
