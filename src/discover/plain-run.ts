import type { Path } from "../model/path.ts";
import type { Argument, Expr, FunctionParts, Module, Stmt, StringPart } from "../python/ast.ts";
import {
  type DraftDag,
  importPath,
  isDagClass,
  isDagDecorator,
  isGroupClass,
  isGroupDecorator,
  isTaskDecorator,
  lookUp,
  type Plain,
  type PlainScope,
  UNKNOWN,
} from "./plain-values.ts";
import { isBuiltin, isHarmless, isMainGuard, itemsOf, lastName, partOf, rangeOf, unused } from "./plain-words.ts";

/** Where a statement runs: inside which DAG, and what stands before the ids of its tasks. */
interface Place {
  readonly scope: PlainScope;
  readonly dag: DraftDag | null;
  readonly prefix: string;
  readonly depth: number;
}

/** More steps than these are not made in one file, and no deeper calls: then its DAGs count as not known in full. */
const MOST_STEPS = 20_000;
const DEEPEST = 12;
const MOST_TURNS = 500;

/** Finds the DAGs that a file of plain Python makes, and their tasks, as far as they can be told without running it. */
export function runPlain(file: Path, module: Module): readonly DraftDag[] {
  const dags: DraftDag[] = [];
  let steps = 0;
  let open = module.unread.length > 0;

  const spend = (): boolean => {
    steps += 1;
    if (steps > MOST_STEPS) open = true;
    return steps <= MOST_STEPS;
  };

  function runAll(body: readonly Stmt[], place: Place): void {
    for (const statement of body) if (spend()) run(statement, place);
  }

  function run(statement: Stmt, place: Place): void {
    const { scope } = place;
    switch (statement.k) {
      case "import":
        for (const { name, as } of statement.names) {
          const first = name.split(".")[0] ?? name;
          scope.names.set(as ?? first, { t: "import", path: as === null ? first : name });
        }
        return;
      case "from":
        for (const { name, as } of statement.names) {
          const module = `${".".repeat(statement.level)}${statement.module}`;
          scope.names.set(as ?? name, { t: "import", path: `${module}.${name}` });
        }
        return;
      case "assignment": {
        const value = statement.value ? evaluate(statement.value, place) : UNKNOWN;
        for (const target of statement.targets) bind(target, value, place);
        return;
      }
      case "update":
        evaluate(statement.value, place);
        bind(statement.target, UNKNOWN, place);
        return;
      case "expression":
        evaluate(statement.value, place);
        return;
      case "return":
        if (statement.value) evaluate(statement.value, place);
        return;
      case "function":
        scope.names.set(statement.name, decorated(statement, place));
        return;
      case "class":
        scope.names.set(statement.name, { t: "class", name: statement.name });
        return;
      case "with":
        runWith(statement, place);
        return;
      case "for":
        runFor(statement.target, itemsOf(evaluate(statement.iter, place)), place, (inside) =>
          runAll(statement.body, inside),
        );
        runAll(statement.otherwise, place);
        return;
      case "while":
        runFor(null, null, place, (inside) => runAll(statement.body, inside));
        return;
      case "if":
        for (const { test, body } of statement.branches) {
          evaluate(test, place);
          if (!isMainGuard(test)) runAll(body, place);
        }
        runAll(statement.otherwise, place);
        return;
      case "try":
        for (const body of [statement.body, ...statement.handlers.map((one) => one.body)]) runAll(body, place);
        runAll(statement.otherwise, place);
        runAll(statement.final, place);
        return;
      case "match":
        for (const { body } of statement.cases) runAll(body, place);
        return;
      case "unread":
        open = true;
        return;
      default:
        return;
    }
  }

  function bind(target: Expr, value: Plain, place: Place): void {
    if (target.k === "name") place.scope.names.set(target.id, value);
    else if (target.k === "tuple" || target.k === "list") {
      const items = value.t === "list" && value.items.length === target.items.length ? value.items : [];
      for (const [index, item] of target.items.entries()) bind(item, items[index] ?? UNKNOWN, place);
    }
  }

  /** Runs something for each item; where they are not known, once, and then what it makes is not all. */
  function runFor(
    target: Expr | null,
    items: readonly Plain[] | null,
    place: Place,
    turn: (place: Place) => void,
  ): void {
    if (items && items.length <= MOST_TURNS) {
      for (const item of items) {
        if (target) bind(target, item, place);
        if (spend()) turn(place);
      }
      return;
    }
    const before = place.dag?.tasks.size;
    const known = dags.length;
    if (target) bind(target, UNKNOWN, place);
    turn(place);
    if (place.dag && place.dag.tasks.size !== before) place.dag.complete = false;
    for (const dag of dags.slice(known)) dag.complete = false;
  }

  function runWith(statement: Stmt & { readonly k: "with" }, place: Place): void {
    let inside = place;
    for (const { value, as } of statement.items) {
      const found = evaluate(value, inside);
      if (as) bind(as, found, place);
      if (found.t === "dag") inside = { ...inside, dag: found.dag, prefix: "" };
      else if (found.t === "group") inside = { ...inside, prefix: found.prefix };
    }
    runAll(statement.body, inside);
  }

  /** What a `def` stands for, by its decorators. */
  function decorated(parts: FunctionParts, place: Place): Plain {
    const { scope } = place;
    const name: Plain = { t: "str", v: parts.name };
    for (const decorator of parts.decorators) {
      const call = decorator.k === "call" ? decorator : null;
      const path = importPath(call?.fn ?? decorator, scope);
      const given = (key: string, position: number): Plain =>
        call ? argument(call.args, key, position, place, name) : name;
      if (isDagDecorator(path)) return { t: "function", parts, scope, does: { k: "dag", id: given("dag_id", 0) } };
      if (isTaskDecorator(path)) return { t: "taskflow", id: given("task_id", -1) };
      if (isGroupDecorator(path)) {
        const prefixed = call ? prefixes(call.args, place) : true;
        return { t: "function", parts, scope, does: { k: "group", id: given("group_id", 0), prefixed } };
      }
    }
    return { t: "function", parts, scope, does: { k: "plain" } };
  }

  /** An argument by its name or its position; `otherwise` where it is not given; unknown where `**` may give it. */
  function argument(args: readonly Argument[], key: string, position: number, place: Place, otherwise: Plain): Plain {
    const named = args.find(({ name }) => name === key);
    if (named) return evaluate(named.value, place);
    const placed = args.filter(({ name, star }) => name === null && star === "")[position];
    if (placed) return evaluate(placed.value, place);
    return args.some(({ star }) => star !== "") ? UNKNOWN : otherwise;
  }

  function prefixes(args: readonly Argument[], place: Place): boolean {
    const given = args.find(({ name }) => name === "prefix_group_id");
    const value = given ? evaluate(given.value, place) : UNKNOWN;
    return !(value.t === "bool" && !value.v);
  }

  function evaluate(expr: Expr, place: Place): Plain {
    if (!spend()) return UNKNOWN;
    switch (expr.k) {
      case "name":
        return lookUp(place.scope, expr.id);
      case "bool":
        return { t: "bool", v: expr.value };
      case "number":
        return /^\d{1,9}$/.test(expr.text) ? { t: "int", v: Number(expr.text) } : UNKNOWN;
      case "string":
        return textOf(expr.parts, place);
      case "list":
      case "tuple":
      case "set":
        return { t: "list", items: expr.items.map((item) => evaluate(item, place)) };
      case "dict":
        return {
          t: "dict",
          items: expr.items.flatMap((item) =>
            item.k === "pair" ? [[evaluate(item.key, place), evaluate(item.value, place)] as const] : [],
          ),
        };
      case "binary": {
        const [left, right] = [evaluate(expr.left, place), evaluate(expr.right, place)];
        if (expr.op === "+" && left.t === "str" && right.t === "str") return { t: "str", v: left.v + right.v };
        // `a >> b` gives `b`; it matters for nothing here.
        return UNKNOWN;
      }
      case "attribute":
        evaluate(expr.of, place);
        return UNKNOWN;
      case "index":
        evaluate(expr.of, place);
        evaluate(expr.index, place);
        return UNKNOWN;
      case "condition": {
        evaluate(expr.test, place);
        evaluate(expr.yes, place);
        evaluate(expr.no, place);
        return UNKNOWN;
      }
      case "logic":
        evaluate(expr.left, place);
        evaluate(expr.right, place);
        return UNKNOWN;
      case "assign": {
        const value = evaluate(expr.value, place);
        bind(expr.target, value, place);
        return value;
      }
      case "comprehension": {
        const [clause, ...more] = expr.clauses;
        const items = clause?.k === "for" && more.length === 0 ? itemsOf(evaluate(clause.iter, place)) : null;
        runFor(clause?.k === "for" ? clause.target : null, items, place, (inside) => {
          evaluate(expr.element, inside);
          if (expr.value) evaluate(expr.value, inside);
        });
        return UNKNOWN;
      }
      case "star":
        evaluate(expr.of, place);
        return UNKNOWN;
      case "call":
        return evaluateCall(expr, place);
      default:
        return UNKNOWN;
    }
  }

  function textOf(parts: readonly StringPart[], place: Place): Plain {
    let text = "";
    for (const part of parts) {
      if (part.k === "text") text += part.text;
      else {
        const value = evaluate(part.value, place);
        const plain = (value.t === "str" || value.t === "int") && !part.spec && !part.debug && part.conversion !== "r";
        if (!plain) return UNKNOWN;
        text += value.v;
      }
    }
    return { t: "str", v: text };
  }

  function evaluateCall(call: Expr & { readonly k: "call" }, place: Place): Plain {
    const { fn, args } = call;
    const path = importPath(fn, place.scope);
    if (isDagClass(path)) return makeDag(call, argument(args, "dag_id", 0, place, UNKNOWN));
    if (isGroupClass(path))
      return makeGroup(argument(args, "group_id", 0, place, UNKNOWN), prefixes(args, place), place);
    const named = args.find(({ name }) => name === "task_id");
    const last = fn.k === "attribute" ? fn.name : fn.k === "name" ? fn.id : "";
    // `fn.override(task_id=…)` is a TaskFlow function with another id, and no task yet.
    if (fn.k === "attribute") {
      const of = evaluate(fn.of, place);
      if (of.t === "taskflow") {
        const id = argument(args, "task_id", -1, place, of.id);
        if (fn.name !== "override") for (const { value } of args) evaluate(value, place);
        return callTaskFlow(fn.name === "override" ? id : of.id, fn.name, place);
      }
      if (of.t === "dict" && (fn.name === "items" || fn.name === "keys" || fn.name === "values"))
        return partOf(of, fn.name);
    }
    const values = new Map(args.map((one) => [one, evaluate(one.value, place)]));
    if (named || /(?:Operator|Sensor)$/.test(last === "partial" && fn.k === "attribute" ? lastName(fn.of) : last)) {
      addTask(named ? evaluate(named.value, place) : UNKNOWN, args, place, false);
      return UNKNOWN;
    }
    const callee = fn.k === "call" ? evaluateCall(fn, place) : fn.k === "name" ? lookUp(place.scope, fn.id) : UNKNOWN;
    if (callee.t === "taskflow") return callTaskFlow(callee.id, "", place);
    if (callee.t === "function") return callFunction(callee, call, values, place);
    if (path === "range" || (fn.k === "name" && fn.id === "range" && callee.t === "unknown"))
      return rangeOf([...values.values()], MOST_TURNS);
    const harmless = (fn.k === "name" && callee.t === "unknown" && isBuiltin(fn.id)) || isHarmless(fn, path);
    if (!harmless && place.dag) place.dag.complete = false;
    return UNKNOWN;
  }

  /** What a method of a TaskFlow function gives; calling it, and mapping it, makes a task. */
  function callTaskFlow(id: Plain, method: string, place: Place): Plain {
    if (method === "override" || method === "partial") return { t: "taskflow", id };
    if (method === "" || method === "expand" || method === "expand_kwargs") addTask(id, [], place, true);
    return UNKNOWN;
  }

  function callFunction(
    { parts, does, scope }: Plain & { readonly t: "function" },
    call: Expr & { readonly k: "call" },
    values: ReadonlyMap<Argument, Plain>,
    place: Place,
  ): Plain {
    const { args } = call;
    const names = new Map<string, Plain>();
    const positional = args.filter(({ name, star }) => name === null && star === "");
    for (const [index, { name, fallback }] of parts.params.entries()) {
      const given = args.find((one) => one.name === name) ?? positional[index];
      names.set(name, (given && values.get(given)) ?? (fallback ? evaluate(fallback, place) : UNKNOWN));
    }
    if (place.depth >= DEEPEST) {
      open = true;
      return UNKNOWN;
    }
    const inside = { ...place, scope: { names, outer: scope }, depth: place.depth + 1 };
    if (does.k === "dag") {
      const made = makeDag(call, does.id);
      if (made.t === "dag") runAll(parts.body, { ...inside, dag: made.dag, prefix: "" });
      return made;
    }
    if (does.k === "group") {
      const group = makeGroup(does.id, does.prefixed, place);
      runAll(parts.body, { ...inside, prefix: group.t === "group" ? group.prefix : place.prefix });
      return group;
    }
    runAll(parts.body, inside);
    return returned(parts.body, inside);
  }

  /** What a function gives whose last statement returns a name or an expression without calls. */
  function returned(body: readonly Stmt[], place: Place): Plain {
    const last = body.at(-1);
    return last?.k === "return" && last.value?.k === "name" ? lookUp(place.scope, last.value.id) : UNKNOWN;
  }

  function makeDag(at: { readonly start: number; readonly end: number }, id: Plain): Plain {
    if (id.t !== "str") return UNKNOWN;
    const dag: DraftDag = {
      id: id.v,
      at: { file, start: at.start, end: at.end },
      tasks: new Set(),
      groups: new Set(),
      complete: true,
    };
    dags.push(dag);
    return { t: "dag", dag };
  }

  function makeGroup(id: Plain, prefixed: boolean, { dag, prefix }: Place): Plain {
    if (id.t !== "str" || !dag) {
      if (dag) dag.complete = false;
      return UNKNOWN;
    }
    const own = unused(`${prefix}${id.v}`, dag.groups);
    dag.groups.add(own);
    return { t: "group", prefix: prefixed ? `${own}.` : "" };
  }

  /** Adds a task to the DAG that its arguments name, or to the one around it; `counted`: with a number where the id is taken. */
  function addTask(id: Plain, args: readonly Argument[], place: Place, counted: boolean): void {
    const named = args.find(({ name }) => name === "dag");
    const handle = named ? evaluate(named.value, place) : UNKNOWN;
    const dag = handle.t === "dag" ? handle.dag : named ? null : place.dag;
    if (!dag) {
      open = true;
      return;
    }
    const grouped = args.find(({ name }) => name === "task_group");
    const group = grouped ? evaluate(grouped.value, place) : UNKNOWN;
    if (id.t !== "str" || (grouped && group.t !== "group")) {
      dag.complete = false;
      return;
    }
    const full = `${group.t === "group" ? group.prefix : place.prefix}${id.v}`;
    dag.tasks.add(counted ? unused(full, dag.tasks) : full);
  }

  const moduleScope: PlainScope = { names: new Map(), outer: null };
  runAll(module.body, { scope: moduleScope, dag: null, prefix: "", depth: 0 });
  if (open) for (const dag of dags) dag.complete = false;
  return dags;
}
