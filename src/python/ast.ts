/** A place in the text that was read: UTF-16 offsets, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Part of a string literal: text, or the expression of an f-string (`debug` is its `=` form, whose text is shown too). */
export type StringPart =
  | { readonly k: "text"; readonly text: string }
  | {
      readonly k: "field";
      readonly value: Expr;
      readonly conversion: "s" | "r" | "a" | null;
      readonly spec: readonly StringPart[] | null;
      readonly debug: boolean;
    };

/** One argument of a call: `name=value`, `*value`, `**value`, or `value`. */
export interface Argument extends Range {
  readonly name: string | null;
  readonly nameRange: Range | null;
  readonly star: "" | "*" | "**";
  readonly value: Expr;
}

/** One parameter of a function: `*` without a name only parts keyword-only ones off and is not listed. */
export interface Parameter extends Range {
  readonly name: string;
  readonly star: "" | "*" | "**";
  readonly fallback: Expr | null;
  readonly keywordOnly: boolean;
}

/** `for target in iter` or `if test` of a comprehension. */
export type Clause =
  | { readonly k: "for"; readonly target: Expr; readonly iter: Expr }
  | { readonly k: "if"; readonly test: Expr };

export type DictItem =
  | { readonly k: "pair"; readonly key: Expr; readonly value: Expr }
  | { readonly k: "spread"; readonly value: Expr };

export type Expr = Range &
  (
    | { readonly k: "name"; readonly id: string }
    | { readonly k: "none" | "ellipsis" }
    | { readonly k: "bool"; readonly value: boolean }
    | { readonly k: "number"; readonly text: string }
    | { readonly k: "string"; readonly parts: readonly StringPart[] }
    | { readonly k: "bytes"; readonly value: Uint8Array }
    | { readonly k: "list" | "tuple" | "set"; readonly items: readonly Expr[] }
    | { readonly k: "dict"; readonly items: readonly DictItem[] }
    | { readonly k: "call"; readonly fn: Expr; readonly args: readonly Argument[] }
    | { readonly k: "attribute"; readonly of: Expr; readonly name: string }
    | { readonly k: "index"; readonly of: Expr; readonly index: Expr }
    | { readonly k: "slice"; readonly from: Expr | null; readonly to: Expr | null; readonly step: Expr | null }
    | { readonly k: "unary"; readonly op: string; readonly of: Expr }
    | { readonly k: "binary"; readonly op: string; readonly left: Expr; readonly right: Expr }
    | {
        readonly k: "compare";
        readonly first: Expr;
        readonly rest: readonly { readonly op: string; readonly right: Expr }[];
      }
    | { readonly k: "logic"; readonly op: "and" | "or"; readonly left: Expr; readonly right: Expr }
    | { readonly k: "condition"; readonly test: Expr; readonly yes: Expr; readonly no: Expr }
    | { readonly k: "lambda"; readonly params: readonly Parameter[]; readonly body: Expr }
    | {
        readonly k: "comprehension";
        readonly of: "list" | "set" | "generator" | "dict";
        readonly element: Expr;
        readonly value: Expr | null;
        readonly clauses: readonly Clause[];
      }
    | { readonly k: "assign"; readonly target: Expr; readonly value: Expr }
    | { readonly k: "star"; readonly of: Expr }
    | { readonly k: "await"; readonly of: Expr | null }
    | { readonly k: "yield"; readonly of: Expr | null; readonly each: boolean }
    /** Text that could not be read as an expression. */
    | { readonly k: "unread" }
  );

export interface ImportedName extends Range {
  /** Dotted for `import a.b`; `*` for a star import. */
  readonly name: string;
  readonly as: string | null;
}

export interface FunctionParts {
  readonly name: string;
  readonly params: readonly Parameter[];
  readonly body: readonly Stmt[];
  readonly decorators: readonly Expr[];
  readonly async: boolean;
}

export interface Handler extends Range {
  readonly type: Expr | null;
  readonly name: string | null;
  readonly body: readonly Stmt[];
}

export type Stmt = Range &
  (
    | { readonly k: "expression"; readonly value: Expr }
    | {
        readonly k: "assignment";
        readonly targets: readonly Expr[];
        readonly value: Expr | null;
        readonly annotation: Expr | null;
      }
    | { readonly k: "update"; readonly target: Expr; readonly op: string; readonly value: Expr }
    | { readonly k: "import"; readonly names: readonly ImportedName[] }
    | { readonly k: "from"; readonly module: string; readonly level: number; readonly names: readonly ImportedName[] }
    | ({ readonly k: "function" } & FunctionParts)
    | {
        readonly k: "class";
        readonly name: string;
        readonly bases: readonly Argument[];
        readonly body: readonly Stmt[];
        readonly decorators: readonly Expr[];
      }
    | { readonly k: "return"; readonly value: Expr | null }
    | {
        readonly k: "if";
        readonly branches: readonly { readonly test: Expr; readonly body: readonly Stmt[] }[];
        readonly otherwise: readonly Stmt[];
      }
    | {
        readonly k: "for";
        readonly target: Expr;
        readonly iter: Expr;
        readonly body: readonly Stmt[];
        readonly otherwise: readonly Stmt[];
      }
    | { readonly k: "while"; readonly test: Expr; readonly body: readonly Stmt[]; readonly otherwise: readonly Stmt[] }
    | {
        readonly k: "try";
        readonly body: readonly Stmt[];
        readonly handlers: readonly Handler[];
        readonly otherwise: readonly Stmt[];
        readonly final: readonly Stmt[];
      }
    | {
        readonly k: "with";
        readonly items: readonly { readonly value: Expr; readonly as: Expr | null }[];
        readonly body: readonly Stmt[];
      }
    | { readonly k: "match"; readonly subject: Expr; readonly cases: readonly Case[] }
    | { readonly k: "raise" | "assert"; readonly values: readonly Expr[] }
    | { readonly k: "delete"; readonly targets: readonly Expr[] }
    | { readonly k: "scope"; readonly names: readonly string[] }
    | { readonly k: "pass" | "break" | "continue" }
    /** Text that could not be read as a statement. */
    | { readonly k: "unread" }
  );

/** A `case`: what its pattern binds, and its guard; patterns themselves are not evaluated. */
export interface Case extends Range {
  readonly binds: readonly string[];
  readonly guard: Expr | null;
  readonly body: readonly Stmt[];
}

/** A Python text as read. `unread` are the ranges that are no Python that this reader knows, in order. */
export interface Module {
  readonly source: string;
  readonly body: readonly Stmt[];
  readonly unread: readonly Range[];
}
