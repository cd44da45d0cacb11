import fc from "fast-check";
import type { Chances } from "./chances.ts";

/** Few names, so that dependencies meet tasks and groups, and ids meet each other. */
const TASKS = ["a", "b", "c", "d", "load", "g_a", "a_g", "Weigh-In"];

/** Names that mean something to JavaScript or Python, and letters that are no ASCII. */
const HOSTILE_TASKS = ["constructor", "valueOf", "toString", "hasOwnProperty", "dag", "class", "été", "日本"];
const HOSTILE_GROUPS = ["constructor", "prototype", "import", "naïve"];
const GROUPS = ["g", "h", "k", "Pens"];

const ODD_TASKS = [
  "all",
  "latest_only",
  "wait_for_o_a",
  "wait_for_DAG_o",
  "a b",
  "ü",
  "a.b",
  "g",
  "METADATA2",
  "x".repeat(248),
  " a",
];
const ODD_GROUPS = ["a", "g h", "_g", ".g", "g.h", "ä", "farm", "dags"];

const often = (names: readonly string[], others: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { withCrossShrink: true },
    { arbitrary: fc.constantFrom(...names), weight: 12 },
    { arbitrary: fc.constantFrom(...others), weight: 1 },
  );

export const taskName = ({ odd }: Chances): fc.Arbitrary<string> =>
  odd(often(TASKS, HOSTILE_TASKS), fc.constantFrom(...ODD_TASKS));

export const groupName = ({ odd }: Chances): fc.Arbitrary<string> =>
  odd(often(GROUPS, HOSTILE_GROUPS), fc.constantFrom(...ODD_GROUPS));

/** Names that dependencies of this task or group can have without a ring in most projects: of tasks before it. */
const before = (name: string): readonly string[] => {
  const at = TASKS.indexOf(name);
  return at > 0 ? TASKS.slice(0, at).map((one) => one.toLowerCase()) : at < 0 ? ["a", "b", "c"] : ["nobody"];
};

/** A name in the dependencies of the task or group `name`. */
export const dependencyOf = (name: string, { valid }: Chances): fc.Arbitrary<string> =>
  valid
    ? fc.oneof(
        { arbitrary: fc.constantFrom(...before(name)), weight: 12 },
        { arbitrary: fc.constantFrom(...GROUPS.filter((group) => group < name), "nobody"), weight: 2 },
        { arbitrary: dependencyName, weight: 1 },
      )
    : dependencyName;

/** What a dependency may name: a task, a group, another form of either, nothing. */
export const dependencyName = fc.oneof(
  { arbitrary: fc.constantFrom(...TASKS.map((name) => name.toLowerCase()), ...GROUPS), weight: 12 },
  {
    arbitrary: fc.constantFrom(
      "A",
      "h_b",
      "b_h",
      "g.a",
      "nobody",
      "latest_only",
      "wait_for_o_a",
      "x1",
      "Note",
      "constructor",
      "__proto__",
      "été",
    ),
    weight: 2,
  },
);

/** Ids of other DAGs and their tasks. */
export const otherDag = fc.constantFrom("o", "o_p", "tide");
export const otherTask = fc.oneof(
  { arbitrary: fc.constantFrom("a", "p_a", "low"), weight: 5 },
  { arbitrary: fc.constant("all"), weight: 2 },
);
