import fc from "fast-check";
import { type Chances, type Setting, setting } from "./chances.ts";
import { otherDag, otherTask } from "./names.ts";

const OVERRIDE = fc.oneof(
  setting("mode", "reschedule"),
  setting("timeout", "60"),
  setting("retries", "0"),
  setting("poke_interval", "3"),
  setting("soft_fail", "true"),
  setting("check_existence", "true"),
  setting("execution_delta", "!timedelta {hours: 1}"),
  setting("allowed_states", "[success, skipped]"),
  setting("external_task_id", "zz"),
);

const list = fc
  .array(fc.tuple(otherDag, otherTask), { minLength: 1, maxLength: 3 })
  .map((pairs) => pairs.map(([dag, task]) => `\n  - ${dag}: ${task}`).join(""));

const WRONG_TASKS = [
  "",
  "\n    tasks: all",
  "\n    tasks: 5",
  "\n    tasks: {a: 1}",
  "\n    task: [a]",
  " a",
  " [a]",
  "\n    tasks: []",
  "\n    tasks:",
  "\n    tasks: [a]\n    flavour: x",
  "\n    tasks: [1]",
];

const dict = ({ odd }: Chances): fc.Arbitrary<string> =>
  fc
    .array(
      fc.tuple(
        otherDag,
        odd(
          fc
            .tuple(fc.array(otherTask, { minLength: 1, maxLength: 2 }), fc.array(OVERRIDE, { maxLength: 2 }))
            .map(([tasks, settings]) =>
              [{ key: "tasks", text: `[${tasks.join(", ")}]` }, ...settings]
                .map(({ key, text }) => `\n    ${key}: ${text}`)
                .join(""),
            ),
          fc.constantFrom(...WRONG_TASKS),
          3,
        ),
      ),
      { minLength: 1, maxLength: 2 },
    )
    .map((dags) => dags.map(([dag, rest]) => `\n  ${dag}:${rest}`).join(""));

const WRONG = [
  "text",
  "5",
  "",
  "[]",
  "{}",
  "[o]",
  "\n  - o",
  "\n  - o: [a, low]",
  "\n  - {o: a, tide: low}",
  "\n  - 1: 2",
  "\n  - o:",
  "[[]]",
  "[{}]",
  "\n  - o: 5",
];

/** `external_dependencies` in both forms, and in some that gusty cannot read. */
export const externals = (chances: Chances): fc.Arbitrary<Setting> =>
  chances
    .odd(
      fc.oneof({ arbitrary: list, weight: 2 }, { arbitrary: dict(chances), weight: 1 }),
      fc.constantFrom(...WRONG),
      4,
    )
    .map((text) => ({ key: "external_dependencies", text }));
