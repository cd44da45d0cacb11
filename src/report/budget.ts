/**
 * A document as a tree of whole pieces. Nothing is ever cut: `fill` takes pieces in the order of their rank while they
 * fit, and says what it left out.
 */
export type Node = Leaf | Section;

/** A piece in growing versions: a later one replaces the one before it when its turn comes and there is room. */
export interface Leaf {
  /** What it is, for the count of what is left out: `finding`, `diagram`. A leaf with an empty name is not counted. */
  readonly what: string;
  readonly steps: readonly Step[];
}

/** One version of a piece. Its text is made when its turn comes, so that what cannot fit is not made at all. */
export interface Step {
  readonly rank: number;
  readonly text: () => string;
}

/** A step whose text is made once. */
export function step(rank: number, make: () => string): Step {
  let made: string | null = null;
  return {
    rank,
    text: () => {
      made ??= make();
      return made;
    },
  };
}

/** Pieces between an opening and a closing text, which appear only with a piece. */
export interface Section {
  readonly open: string;
  readonly close: string;
  /** A list: once one of its own pieces is left out, those after it are too. */
  readonly inOrder: boolean;
  readonly children: readonly Node[];
}

export interface Filled {
  readonly text: string;
  /** Pieces that are not there at all, by what they are, in the order of the document. */
  readonly leftOut: ReadonlyMap<string, number>;
}

interface Turn {
  readonly rank: number;
  readonly leaf: Leaf;
  readonly step: number;
  readonly ancestors: readonly Section[];
}

function turnsOf(nodes: readonly Node[], ancestors: readonly Section[]): Turn[] {
  return nodes.flatMap((node): Turn[] =>
    "steps" in node
      ? node.steps.map(({ rank }, step) => ({ rank, leaf: node, step, ancestors }))
      : turnsOf(node.children, [...ancestors, node]),
  );
}

/** After so many pieces that were made and did not fit, no more are made: a bound for the work. */
const MOST_FAILED = 40;

/** Fills `limit` UTF-16 units with the pieces of a document. Pieces bring their own line breaks. */
export function fill(nodes: readonly Node[], limit: number): Filled {
  const turns = turnsOf(nodes, []);
  const taken = new Map<Leaf, string>();
  const opened = new Set<Section>();
  const closed = new Set<Section>();
  let left = limit;
  let failed = 0;
  for (const { leaf, step: version, ancestors } of [...turns].sort((a, b) => a.rank - b.rank)) {
    const before = taken.get(leaf);
    const parent = ancestors.at(-1);
    if (before === undefined && parent?.inOrder && closed.has(parent)) continue;
    if (failed >= MOST_FAILED) continue;
    const text = leaf.steps[version]?.text() ?? "";
    const fresh = ancestors.filter((section) => !opened.has(section));
    const cost =
      text.length - (before?.length ?? 0) + fresh.reduce((sum, { open, close }) => sum + open.length + close.length, 0);
    if (cost <= left) {
      left -= cost;
      taken.set(leaf, text);
      for (const section of fresh) opened.add(section);
    } else {
      failed++;
      if (before === undefined && parent) closed.add(parent);
    }
  }
  const leftOut = new Map<string, number>();
  for (const leaf of new Set(turns.map((turn) => turn.leaf))) {
    if (!taken.has(leaf) && leaf.what !== "") leftOut.set(leaf.what, (leftOut.get(leaf.what) ?? 0) + 1);
  }
  const write = (node: Node): string => {
    if ("steps" in node) return taken.get(node) ?? "";
    return opened.has(node) ? node.open + node.children.map(write).join("") + node.close : "";
  };
  return { text: nodes.map(write).join(""), leftOut };
}
