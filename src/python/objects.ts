import type { Path } from "../model/path.ts";
import type { Span } from "../model/span.ts";
import type { WrittenFunction } from "../model/value.ts";
import type { Expr, FunctionParts, Module, Stmt } from "./ast.ts";

/**
 * An expression that stands on its own: `source` with the statements that it needs. `free` are names in it that nothing
 * static defines.
 */
export interface Closed {
  readonly source: string;
  readonly needs: readonly Span[];
  readonly free: readonly string[];
  /** Functions that must be defined beside `needs`, which stand nowhere as they are. */
  readonly defines?: readonly WrittenFunction[];
}

/** A Python object as the interpreter holds it. Lists, sets and dicts are shared and changed in place, as in Python. */
export type Obj = ObjData & {
  /** Where it is written. */
  readonly at?: Span;
  /** The expression that made it, for what has no literal form. */
  readonly origin?: Closed;
  /** The file of the repository whose whole text it is. */
  readonly whole?: Path;
};

/** A list, tuple or set. `spoiled` says why its content is not known any more; `origin` is then the expression for it, if there is one. */
export type Items = { readonly t: "list" | "tuple" | "set"; items: Obj[]; spoiled?: string; origin?: Closed };
/** Entries by `keyOf` of their keys, in order. */
export type Dict = {
  readonly t: "dict";
  readonly entries: Map<string, readonly [Obj, Obj]>;
  spoiled?: string;
  origin?: Closed;
};

export type ObjData =
  | { readonly t: "none" }
  | { readonly t: "bool"; readonly v: boolean }
  | { readonly t: "int"; readonly v: bigint }
  | { readonly t: "float"; readonly v: number }
  | { readonly t: "str"; readonly v: string }
  | { readonly t: "bytes"; readonly v: Uint8Array }
  | Items
  | Dict
  /** A `pathlib.Path`. */
  | { readonly t: "path"; readonly v: string }
  /** A text file of the repository, open to be read, or its text. */
  | { readonly t: "file"; readonly path: Path }
  /** Something of a package outside the repository, by its full path. */
  | { readonly t: "importable"; readonly path: string }
  | {
      readonly t: "called";
      readonly fn: string;
      readonly args: readonly Obj[];
      readonly kwargs: readonly (readonly [string, Obj])[];
    }
  | { readonly t: "module"; readonly module: ModuleState }
  /** A package of the repository that is a folder without code. */
  | { readonly t: "package"; readonly name: string }
  | Callable
  | { readonly t: "class"; readonly name: string; readonly attributes: Map<string, Obj> }
  | { readonly t: "method"; readonly self: Obj; readonly name: string }
  | { readonly t: "builtin"; readonly name: string }
  | { readonly t: "globals"; readonly module: ModuleState }
  | { readonly t: "environ" }
  | { readonly t: "iterator"; readonly items: Obj[]; next: number }
  /** Something that the host made, such as a DAG. */
  | { readonly t: "host"; readonly ref: number }
  | { readonly t: "unknown"; readonly closed: Closed; readonly why: string };

/** A function or lambda of the repository, with the scope in which it was defined. */
export interface Callable {
  readonly t: "function";
  readonly name: string;
  readonly params: FunctionParts["params"];
  readonly fallbacks: ReadonlyMap<string, Obj>;
  readonly body: readonly Stmt[] | Expr;
  readonly scope: Scope;
  /** `null` where it can be called; else why not: it is `async`, or decorated. */
  readonly opaque: string | null;
  /** The function as an expression that stands on its own, where it is no name of a module. */
  readonly lift?: () => Closed | null;
}

/** Statements of a module, in order, and the names that no statement gives. */
export interface Slice {
  readonly needs: readonly Span[];
  readonly free: readonly string[];
}

/** The code of one file while it runs. */
export interface ModuleState {
  readonly file: Path;
  readonly name: string;
  readonly code: Module;
  readonly scope: Scope;
  /** Offset of the top-level statement that runs now; the length of the source once all have. */
  position: number;
  /** Where that statement ends. */
  positionEnd: number;
  /** Names whose value of this moment cannot be had by taking over statements: loop variables of a loop that runs now. */
  readonly volatile: Set<string>;
  /** Slices made so far, by names and offset. */
  readonly slices: Map<string, Slice>;
}

export interface Scope {
  readonly kind: "module" | "function" | "class" | "block";
  readonly vars: Map<string, Obj>;
  readonly parent: Scope | null;
  readonly module: ModuleState;
  readonly globals: Set<string>;
  /** The body of a function, and the names of its parameters. */
  readonly body?: readonly Stmt[];
  readonly parameters?: ReadonlySet<string>;
  /** Where the function is a generator: what it gives, or why that is not known. */
  readonly yielded?: { readonly items: Obj[]; unsure: string | null };
}

/** A path as the interpreter asks for it: found in the tree, known not to be there, or not known. */
export type Located =
  | { readonly t: "found"; readonly path: Path }
  | { readonly t: "absent"; readonly why: string }
  | { readonly t: "unknown"; readonly why: string };

/** Arguments of a call once evaluated. `unknownStar` is the source of a `*` or `**` argument that is not known. */
export interface CallArguments {
  readonly positional: readonly Obj[];
  readonly named: readonly { readonly name: string; readonly at: Span | null; readonly value: Obj }[];
  readonly unknownStar: readonly {
    readonly star: "*" | "**";
    readonly at: Span;
    readonly source: string;
    readonly why: string;
  }[];
}

/** What a function of the repository gave, or would give, when Python called it. */
export type Applied =
  | { readonly t: "value"; readonly value: Obj }
  | { readonly t: "raised"; readonly type: string; readonly message: string }
  | { readonly t: "open"; readonly why: string };

/** Runs a function of the repository with these arguments. */
export type Apply = (fn: Obj, args: readonly Obj[], named: ReadonlyMap<string, Obj>) => Applied;

/** What the interpreter asks of the one who runs it. */
export interface Host {
  locate(text: string): Located;
  isFolder(path: Path): boolean;
  /** Names in a folder, sorted. */
  list(folder: Path): readonly string[];
  /** The module that a file of the repository holds, or `null` where it cannot be read. */
  code(file: Path): Module | null;
  /** The text of a file of the repository, or `null` where it is not at hand. */
  fileText(file: Path): string | null;
  /** The file of a module by its dotted name, the name of a folder of modules, or `null` where it is no module of the repository. */
  findModule(name: string, importer: Path): { readonly file: Path } | { readonly folder: true } | null;
  /** Takes part in the search for modules from now on: `sys.path.append`. */
  addImportRoot(text: string, first: boolean): void;
  /** The functions, by full path, that the host runs itself. */
  readonly watched: ReadonlySet<string>;
  /**
   * Runs a watched function. `apply` runs functions of the repository for it; `setup` are the statements so far that
   * change `sys.path`, `os.environ` or logging, in the file that was run.
   */
  call(fn: string, args: CallArguments, at: Span, apply: Apply, setup: Slice): Obj;
  /** Code that may or may not run, and calls a watched function. */
  hides(at: Span, expression: string, why: string): void;
  /** A statement does something with a host object; `taken` is that statement, or one around it, where it can be run elsewhere. */
  touches(ref: number, at: Span, statement: string, taken: TakenStatement | null): void;
  /** An attribute of a host object that is known. */
  attribute(ref: number, name: string): Obj | null;
}

/** A statement while it runs, with the one around it, or the one that called its function. `taken` are host objects for which it was taken. */
export interface RunningStatement {
  readonly node: Stmt;
  readonly scope: Scope;
  readonly outer: RunningStatement | null;
  readonly taken: Set<number>;
  /** It stands behind something that may have ended the block. */
  readonly skipped: boolean;
}

/** A statement that deals with one host object, so that it can be run after that object is made. */
export interface TakenStatement {
  readonly at: Span;
  /** The statement, at the left edge. */
  readonly source: string;
  /** Names in it that stand for the host object. */
  readonly names: readonly string[];
  /** Names in it that have another value at each turn, with the value of this moment. */
  readonly values: readonly (readonly [string, Closed])[];
  /** Statements of the module that it needs. */
  readonly needs: readonly Span[];
  /** Names that it binds. */
  readonly binds: readonly string[];
}

/** One run of the interpreter. The functions are here so that the files which hold them need not import one another in a ring. */
export interface Run {
  readonly host: Host;
  /** Steps left. */
  steps: number;
  /** Steps left for functions that the host runs. */
  hostSteps: number;
  /** Expressions inside one another that are evaluated now, and functions of the repository that run now. */
  depth: number;
  calls: number;
  /** Expressions so far whose value is not known: each may also raise. */
  unknowns: number;
  readonly modules: Map<Path, ModuleState | null>;
  /** Values that the code itself put into `os.environ`. */
  readonly environ: Map<string, Obj>;
  /** The statement that runs now. */
  statement: RunningStatement | null;
  /** Names that statements which were taken bind or change, with the host object that they deal with. */
  readonly tainted: Map<Scope, Map<string, number>>;
  /** Functions that are made expressions now. */
  readonly lifting: Set<Stmt>;
  evaluate(node: Expr, scope: Scope): Obj;
  call(fn: Obj, args: CallArguments, node: Expr, scope: Scope): Obj;
  execute(body: readonly Stmt[], scope: Scope): Completion;
}

/** How a block ended. `unsure`: it may have ended earlier, by an unknown condition. */
export type Completion =
  | { readonly t: "next" | "break" | "continue" }
  | { readonly t: "return"; readonly value: Obj }
  | { readonly t: "unsure"; readonly why: string; readonly by: ReadonlySet<string> };

/** A Python exception that is sure to be raised. */
export class PythonRaise extends Error {
  readonly type: string;
  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

/** The budget of steps or depth is spent. */
export class OutOfBudget extends Error {}

export const NONE: Obj = { t: "none" };
export const bool = (v: boolean): Obj => ({ t: "bool", v });
export const int = (v: bigint | number): Obj => ({ t: "int", v: BigInt(v) });
export const str = (v: string): Obj => ({ t: "str", v });
export const list = (items: Obj[]): Obj => ({ t: "list", items });
export const tuple = (items: Obj[]): Obj => ({ t: "tuple", items });

/** A dict of text keys. */
export function dictOf(pairs: Iterable<readonly [string, Obj]>): Obj {
  return { t: "dict", entries: new Map([...pairs].map(([key, value]) => [`s${key}`, [str(key), value] as const])) };
}

/** Values inside a value that may be looked at before it counts as too large. */
const MAX_SIZE = 5_000;

/**
 * Whether a value, written out, holds few enough values: lists can hold one another many times, or themselves.
 */
export function isSmall(value: Obj): boolean {
  let left = MAX_SIZE;
  const open = [value];
  for (let next = open.pop(); next; next = open.pop()) {
    left -= 1;
    if (left < 0) return false;
    if (next.t === "list" || next.t === "tuple" || next.t === "set") {
      if (next.items.length > left) return false;
      open.push(...next.items);
    } else if (next.t === "dict") {
      if (next.entries.size * 2 > left) return false;
      for (const [key, item] of next.entries.values()) open.push(key, item);
    } else if (next.t === "called") {
      open.push(...next.args, ...next.kwargs.map(([, item]) => item));
    } else if (next.t === "unknown") left -= next.closed.source.length >> 6;
  }
  return true;
}

/** The identity of a dict key or set member, equal for keys that Python takes for equal; `null` where it is not known. */
export function keyOf(key: Obj): string | null {
  switch (key.t) {
    case "none":
      return "n";
    case "bool":
      return `i${key.v ? 1 : 0}`;
    case "int":
      return `i${key.v}`;
    case "float":
      return Number.isInteger(key.v) ? `i${BigInt(key.v)}` : `f${key.v}`;
    case "str":
      return `s${key.v}`;
    case "path":
      return `p${key.v}`;
    case "importable":
      return `m${key.path}`;
    case "tuple": {
      if (!isSmall(key)) return null;
      const parts = key.items.map(keyOf);
      return parts.includes(null) ? null : `t${JSON.stringify(parts)}`;
    }
    default:
      return null;
  }
}

/** An unknown object; `why` is one sentence. */
export const unknown = (closed: Closed, why: string): Obj => ({ t: "unknown", closed, why });

/** Spends steps of the run's budget. */
export function step(run: Run, count = 1): void {
  run.steps -= count;
  if (run.steps < 0) throw new OutOfBudget();
}
