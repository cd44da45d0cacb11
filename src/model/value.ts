import type { Path } from "./path.ts";
import type { Span } from "./span.ts";

/** A value as Python would hold it, with the place where it is written. What only Python can compute stays an `expr`. */
export type Value = ValueData & { readonly span?: Span };

export type ValueData =
  | { readonly t: "null" }
  | { readonly t: "bool"; readonly v: boolean }
  | { readonly t: "int"; readonly v: bigint }
  | { readonly t: "float"; readonly v: number }
  | { readonly t: "str"; readonly v: string }
  /** ISO text as Python's `isoformat()` gives it, of a `datetime.date` or a `datetime.datetime` (naive, or with its offset). */
  | { readonly t: "date" | "datetime"; readonly v: string }
  | { readonly t: "bytes"; readonly v: Uint8Array }
  | { readonly t: "list" | "tuple" | "set"; readonly v: readonly Value[] }
  | { readonly t: "map"; readonly v: readonly (readonly [Value, Value])[] }
  | CallValue
  /** An importable object by its full path, not called: `airflow.utils.trigger_rule.TriggerRule.ALL_DONE`. */
  | { readonly t: "name"; readonly path: string }
  | CallableValue
  | ExprValue
  /** The absolute path of a file of the repository, as gusty's `file_path`. */
  | { readonly t: "file-path"; readonly file: Path }
  /** The ABSQL runner that gusty puts into every spec as `absql_runner`. */
  | { readonly t: "absql-runner" };

/**
 * A call of an importable object, by its full path: `datetime.timedelta` with `minutes=5`, `os.environ.get` with
 * `"HOME"`, `airflow.datasets.Dataset` with `"s3://x"`. gusty's own tags keep their own names (`gusty.utils.days_ago`,
 * `absql.functions.env_var`): emission translates them to plain Python. `fn` is an expression where the function is
 * defined in a file of the repository.
 */
export interface CallValue {
  readonly t: "call";
  readonly fn: string | ExprValue;
  readonly args: readonly Value[];
  readonly kwargs: readonly (readonly [string, Value])[];
}

/** What a task runs, loaded from a file of the repository as gusty loads it. */
export type CallableValue =
  /** The function `name` of a module made from `file`, with keyword arguments bound where `partial` is given. */
  | {
      readonly t: "function";
      readonly file: Path;
      readonly name: string;
      readonly partial?: readonly (readonly [string, Value])[];
    }
  /** A function without arguments that executes the text of `file` (`gusty/parsing/parsers.py`, `parse_py`): with some bound it fails when it runs. */
  | {
      readonly t: "run-file";
      readonly file: Path;
      readonly partial?: readonly (readonly [string, Value])[];
    };

/**
 * Only Python knows it: kept as its source, never guessed, never equal to a guess.
 * `source` is an expression; `needs` are the statements of its module that it needs, in the order of the file
 * (imports, definitions, constants); `free` are names in it that nothing static defines. `why` says why it is not known.
 */
export interface ExprValue {
  readonly t: "expr";
  readonly source: string;
  readonly needs: readonly Span[];
  readonly free: readonly string[];
  /** Functions that must be defined too, and stand in no file as they are here. */
  readonly defines?: readonly WrittenFunction[];
  readonly why: string;
}

/** A function around one that stands inside another function of `file`: `text` is its whole definition. */
export interface WrittenFunction {
  readonly file: Path;
  readonly text: string;
}

/** One key of a mapping as it is written in a file, or one keyword argument of a call. */
export interface Field {
  readonly key: string;
  readonly keySpan: Span | null;
  readonly value: Value;
}

/** What YAML tags call, by the tag without `!`: a `name`, or an `expr` for a function of the repository. */
export type TagConstructors = ReadonlyMap<string, Value>;
