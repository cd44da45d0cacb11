import type { Tree } from "../generator/projects.ts";
import { BASH, dagFolder, type Pick } from "./planters.ts";

/** A project as it was meant, and with slips in it that a safe fix mends, or one that a person has to agree to. */
export interface Slipped {
  readonly meant: Tree;
  readonly written: Tree;
}

type Slip = (project: Slipped, folder: string, pick: Pick) => Slipped;

/** Keys of task files and of METADATA.yml that are long enough to be told when they are mistyped. */
const ARGUMENTS =
  "retries retry_delay trigger_rule priority_weight depends_on_past execution_timeout bash_command pool_slots doc_md params conn_id autocommit queue wait_for_downstream do_xcom_push";
const SETTINGS =
  "description schedule catchup max_active_runs max_active_tasks default_args dagrun_timeout render_template_as_native_obj is_paused_upon_creation dag_display_name tooltip ui_color ui_fgcolor";

/** A word with two letters in its middle swapped, one doubled, or one left out. */
function mistyped(word: string, pick: Pick): string {
  const at = pick(Array.from({ length: word.length - 3 }, (_, index) => index + 1));
  const [head, one = "", two = "", tail] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
  return pick([head + two + one + tail, head + one + one + two + tail, head + two + tail]);
}

/** Mistypes a key at the beginning of a line, in some file of the DAG whose name fits. */
const key =
  (files: RegExp, keys: string): Slip =>
  ({ meant, written }, folder, pick) => {
    const found = Object.entries(written).flatMap(([path, text]) =>
      path.startsWith(`${folder}/`) && files.test(path) && typeof text === "string"
        ? keys
            .split(" ")
            .filter((name) => name.length > 4 && new RegExp(`^${name}:`, "m").test(text))
            .map((name) => ({ path, text, name }))
        : [],
    );
    if (found.length === 0) return { meant, written };
    const { path, text, name } = pick(found);
    const wrong = text.replace(new RegExp(`^${name}:`, "m"), `${mistyped(name, pick)}:`);
    return { meant, written: { ...written, [path]: wrong } };
  };

const dependency: Slip = ({ meant, written }, folder, pick) => {
  const sort = (name: string): string => `${BASH}dependencies:\n  # Fresh ones only\n  - ${name}  # of today\n`;
  const own = { [`${folder}/gather_eggs.yml`]: BASH };
  return {
    meant: { ...meant, ...own, [`${folder}/sort_eggs.yml`]: sort("gather_eggs") },
    written: { ...written, ...own, [`${folder}/sort_eggs.yml`]: sort(mistyped("gather_eggs", pick)) },
  };
};

const fileName: Slip = ({ meant, written }, folder, pick) => ({
  meant: { ...meant, [`${folder}/milk_cows.yml`]: BASH },
  written: { ...written, [`${folder}/milk_cows.${pick(["YML", "Yml"])}`]: BASH },
});

/** In a group of its own, where it stands on the wrong level. */
const misplaced: Slip = ({ meant, written }, folder) => {
  const path = `${folder}/METADATA.yml`;
  if (path in meant) return { meant, written };
  const right =
    "# Only from today\ncatchup: false  # no\ndefault_args:\n  owner: farm\n  retry_delay: !timedelta 'minutes: 1'\n";
  const wrong =
    "retry_delay: !timedelta 'minutes: 1'\ndefault_args:\n  owner: farm\n  # Only from today\n  catchup: false  # no\n";
  return { meant: { ...meant, [path]: right }, written: { ...written, [path]: wrong } };
};

const SLIPS: readonly Slip[] = [
  key(/(?<!METADATA)\.ya?ml$/, ARGUMENTS),
  key(/METADATA\.yml$/, SETTINGS),
  dependency,
  fileName,
  misplaced,
];

/** One to three slips in a generated project. */
export function slipped(tree: Tree, pick: Pick): Slipped {
  const folder = dagFolder(tree, pick);
  const start: Slipped = { meant: tree, written: tree };
  const chosen = new Set([pick(SLIPS), pick(SLIPS), pick(SLIPS)]);
  return [...chosen].reduce((project, slip) => slip(project, folder, pick), start);
}
