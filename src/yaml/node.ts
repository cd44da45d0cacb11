/**
 * A node of a YAML document as PyYAML's composer makes it (`yaml/nodes.py`): tags are resolved, aliases are the node
 * that they name. Offsets are of the text that was read; `outer` is where the node's tag or anchor begins.
 */
export type YamlNode = ScalarNode | SequenceNode | MappingNode;

interface NodeBase {
  /** `tag:yaml.org,2002:` is left out: `str`, `map`; other tags are whole: `!timedelta`. */
  readonly tag: string;
  readonly start: number;
  readonly end: number;
  readonly outer: number;
}

export interface ScalarNode extends NodeBase {
  readonly kind: "scalar";
  readonly value: string;
  /** One object for a scalar and all aliases of it. */
  readonly identity: object;
}

export interface SequenceNode extends NodeBase {
  readonly kind: "sequence";
  readonly items: YamlNode[];
}

export interface MappingNode extends NodeBase {
  readonly kind: "mapping";
  readonly pairs: (readonly [YamlNode, YamlNode])[];
}

/** What is wrong at a range of the text. `hint` says what to do, where that is known. */
export interface YamlIssue {
  readonly start: number;
  readonly end: number;
  readonly detail: string;
  readonly hint: string | null;
  /** The tag that nothing defines, where that is what is wrong. */
  readonly tag?: string;
}

export const issue = (start: number, end: number, detail: string, hint: string | null = null): YamlIssue => ({
  start,
  end,
  detail,
  hint,
});

/** Deeper nesting raises RecursionError in Python, at about 490 levels from an empty stack. */
export const MOST_LEVELS = 400;
export const TOO_DEEP = `The nesting is deeper than ${MOST_LEVELS} levels, which Python cannot read.`;
