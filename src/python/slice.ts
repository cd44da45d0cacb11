import type { Span } from "../model/span.ts";
import type { Module, Stmt } from "./ast.ts";
import { bodiesOf } from "./bodies.ts";
import { effectsOf } from "./names.ts";
import type { ModuleState, Slice } from "./objects.ts";

const BUILTINS = new Set(
  (
    "abs all any ascii bin bool bytearray bytes callable chr classmethod compile complex delattr dict dir divmod enumerate eval exec " +
    "filter float format frozenset getattr globals hasattr hash hex id int isinstance issubclass iter len list locals map max " +
    "memoryview min next object oct open ord pow print property range repr reversed round set setattr slice sorted staticmethod str " +
    "sum super tuple type vars zip __import__ __file__ __name__ __debug__ NotImplemented Ellipsis BaseException Exception " +
    "ArithmeticError AssertionError AttributeError EOFError FileExistsError FileNotFoundError ImportError IndexError IOError KeyError " +
    "LookupError ModuleNotFoundError NameError NotADirectoryError NotImplementedError OSError OverflowError PermissionError " +
    "RecursionError RuntimeError StopIteration SyntaxError SystemExit TimeoutError TypeError UnicodeDecodeError UnicodeError " +
    "ValueError Warning DeprecationWarning UserWarning FutureWarning ZeroDivisionError KeyboardInterrupt"
  ).split(" "),
);

/** Whether `name` is Python's own, or one that every module has. */
export const isBuiltin = (name: string): boolean => BUILTINS.has(name);

/**
 * The statements of a module that give `names` their values: those that bind or change them, and what these need in turn.
 * @param before only statements that start before this offset count, where there are any
 * @param barred statements that cannot be taken over, since they make DAGs
 * @param withSetups also those that set up the process, where nothing else is needed
 */
export function sliceOf(
  module: ModuleState,
  names: Iterable<string>,
  before: number,
  barred: (statement: Stmt) => boolean,
  withSetups = false,
): Slice {
  const key = `${[...names].sort().join(" ")}@${before}${withSetups ? "+" : ""}`;
  const known = module.slices.get(key);
  if (known) return known;
  const index = indexOf(module.code);
  const chosen = new Set<Stmt>();
  const free = new Set<string>();
  const seen = new Set<string>();
  const open = [...names];
  const take = (statement: Stmt): void => {
    if (chosen.has(statement)) return;
    chosen.add(statement);
    const effects = effectsOf(statement);
    open.push(...effects.uses, ...effects.changes);
  };
  const follow = (): void => {
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (seen.has(name)) continue;
      seen.add(name);
      const all = index.binders.get(name) ?? [];
      const earlier = all.filter((statement) => statement.start < before);
      const binders = earlier.length > 0 ? earlier : all;
      if (binders.length === 0 && isBuiltin(name)) continue;
      const sources = binders.length > 0 ? binders : (index.binders.get("*") ?? []);
      if (sources.length === 0) free.add(name);
      for (const statement of sources) {
        if (statement.k === "unread" || barred(statement)) free.add(name);
        else take(statement);
      }
      for (const statement of index.changers.get(name) ?? []) {
        if (statement.start < before && !barred(statement)) take(statement);
      }
    }
  };
  follow();
  if (chosen.size > 0 || withSetups) {
    for (const statement of index.setups) if (statement.start < before && !barred(statement)) take(statement);
    follow();
  }
  const needs = [...chosen]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }): Span => ({ file: module.file, start, end }));
  const slice = { needs, free: [...free].sort() };
  module.slices.set(key, slice);
  return slice;
}

/** Which statements of a module bind, change or set up what. */
interface Index {
  readonly binders: ReadonlyMap<string, Stmt[]>;
  readonly changers: ReadonlyMap<string, Stmt[]>;
  readonly setups: readonly Stmt[];
}

const indexes = new WeakMap<Module, Index>();

function indexOf(code: Module): Index {
  const known = indexes.get(code);
  if (known) return known;
  const [binders, changers] = [new Map<string, Stmt[]>(), new Map<string, Stmt[]>()];
  const add = (map: Map<string, Stmt[]>, name: string, statement: Stmt): void => {
    const own = map.get(name);
    if (own) own.push(statement);
    else map.set(name, [statement]);
  };
  for (const statement of code.body) {
    const { binds, changes } = effectsOf(statement);
    for (const name of binds) add(binders, name, statement);
    if (!isReport(statement)) for (const name of changes) if (!binds.has(name)) add(changers, name, statement);
  }
  const index = { binders, changers, setups: code.body.filter(setsUpProcess) };
  indexes.set(code, index);
  return index;
}

/** A statement that only writes a log line. */
export function isReport(statement: Stmt): boolean {
  if (statement.k !== "expression" || statement.value.k !== "call") return false;
  const { fn } = statement.value;
  if (fn.k === "name") return fn.id === "print" || fn.id === "pprint";
  return (
    fn.k === "attribute" &&
    fn.of.k === "name" &&
    ["debug", "info", "warning", "warn", "error", "exception", "critical", "log"].includes(fn.name)
  );
}

/** A statement that changes `sys.path`, `os.environ` or logging, or holds one: it works on all that is imported or run behind it. */
export function setsUpProcess(statement: Stmt): boolean {
  if (bodiesOf(statement).some((body) => body.some(setsUpProcess))) return true;
  const target =
    statement.k === "expression" && statement.value.k === "call"
      ? statement.value.fn
      : statement.k === "assignment"
        ? statement.targets[0]
        : undefined;
  const parts: string[] = [];
  for (let at = target; at && (at.k === "attribute" || at.k === "index" || at.k === "name"); ) {
    if (at.k === "attribute") parts.unshift(at.name);
    if (at.k === "name") {
      parts.unshift(at.id);
      break;
    }
    at = at.of;
  }
  const [root, second, method] = parts;
  if (root === "sys" && second === "path") return method !== undefined;
  if (root === "os" && second === "environ")
    return statement.k === "assignment" || ["setdefault", "update"].includes(method ?? "");
  return root === "logging" && ["basicConfig", "config", "disable", "captureWarnings"].includes(second ?? "");
}
