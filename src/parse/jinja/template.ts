import { type Expr, NotRead, type Reader, readerOf } from "./expression.ts";
import type { Piece } from "./tokens.ts";
import { Stopped } from "./values.ts";

/** A part of a template as Jinja runs it. `text` is how it is written. */
export type Node =
  | { readonly k: "data"; readonly text: string }
  | { readonly k: "print"; readonly value: Expr; readonly text: string }
  | {
      readonly k: "if";
      readonly branches: readonly { readonly test: Expr; readonly body: readonly Node[] }[];
      readonly otherwise: readonly Node[];
      readonly text: string;
    }
  | {
      readonly k: "for";
      readonly target: readonly string[];
      readonly iter: Expr;
      readonly test: Expr | null;
      readonly body: readonly Node[];
      readonly otherwise: readonly Node[];
      readonly text: string;
    }
  | { readonly k: "set"; readonly target: string; readonly value: Expr; readonly text: string };

const MAX_DEPTH = 20;

/**
 * Reads pieces as a template of `if`, `for`, `set` and expressions. Throws `Stopped` where Jinja raises for certain,
 * `NotRead` for all else.
 */
export function readTemplate(pieces: readonly Piece[]): readonly Node[] {
  let at = 0;
  let depth = 0;
  /** Reads until a tag of one of these names, which is left to be read. */
  const body = (ends: readonly string[]): Node[] => {
    depth += 1;
    if (depth > MAX_DEPTH) throw new NotRead();
    const nodes: Node[] = [];
    for (let piece = pieces[at]; piece; piece = pieces[at]) {
      if (piece.t === "data") nodes.push({ k: "data", text: piece.text });
      else if (piece.t === "print") {
        if (piece.tokens.length === 0) throw new Stopped(true, "There is no expression in `{{ }}`.");
        const reader = readerOf(piece.tokens);
        const value = reader.tuple();
        reader.end();
        nodes.push({ k: "print", value, text: piece.text });
      } else if (ends.includes(piece.tokens[0]?.text ?? "")) {
        depth -= 1;
        return nodes;
      } else {
        nodes.push(statement(piece));
        continue;
      }
      at += 1;
    }
    if (ends.length > 0) throw new NotRead();
    depth -= 1;
    return nodes;
  };
  /** The tag that ended a body: its name, and the reader of what follows. */
  const tag = (): { readonly name: string; readonly reader: Reader } => {
    const piece = pieces[at];
    if (piece?.t !== "tag") throw new NotRead();
    at += 1;
    const reader = readerOf(piece.tokens);
    return { name: reader.name(), reader };
  };
  const statement = (piece: Piece & { readonly t: "print" | "tag" }): Node => {
    const { name, reader } = tag();
    if (name === "if") return branch(reader, piece.text);
    if (name === "for") return loop(reader, piece.text);
    if (name !== "set") throw new NotRead();
    const target = reader.name();
    if (!reader.takes("=")) throw new NotRead();
    const value = reader.tuple();
    reader.end();
    return { k: "set", target, value, text: piece.text };
  };
  const branch = (first: Reader, text: string): Node => {
    const branches: { test: Expr; body: readonly Node[] }[] = [];
    let test = first.plainTuple();
    first.end();
    for (;;) {
      branches.push({ test, body: body(["elif", "else", "endif"]) });
      const { name, reader } = tag();
      if (name === "elif") {
        test = reader.plainTuple();
        reader.end();
        continue;
      }
      reader.end();
      if (name === "endif") return { k: "if", branches, otherwise: [], text };
      const otherwise = body(["endif"]);
      tag().reader.end();
      return { k: "if", branches, otherwise, text };
    }
  };
  const loop = (reader: Reader, text: string): Node => {
    const target = [reader.name()];
    while (reader.takes(",")) target.push(reader.name());
    if (!reader.takes("in")) throw new NotRead();
    const iter = reader.plainTuple();
    const test = reader.takes("if") ? reader.expression() : null;
    reader.end();
    const inner = body(["else", "endfor"]);
    const { name, reader: next } = tag();
    next.end();
    if (name === "endfor") return { k: "for", target, iter, test, body: inner, otherwise: [], text };
    const otherwise = body(["endfor"]);
    tag().reader.end();
    return { k: "for", target, iter, test, body: inner, otherwise, text };
  };
  return body([]);
}
