import type { DeploymentConfig } from "../model/config.ts";
import type { Path } from "../model/path.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Value } from "../model/value.ts";
import { MOST_DEPLOYMENTS } from "./deployments.ts";
import { readTreePath } from "./paths.ts";
import { pinFileKind } from "./pins.ts";
import { complain, type Keys, type Reading, readKeys, readVersion } from "./read-fields.ts";

type Draft = { -readonly [key in keyof DeploymentConfig]: DeploymentConfig[key] };

/**
 * `deployments:`, the Airflows that run DAGs of the repository. Of several each needs a root of its own: one without, or
 * with another one's root, is a problem and left out.
 */
export function readDeployments(reading: Reading, value: Value, tree: Snapshot["tree"]): readonly DeploymentConfig[] {
  if (value.t !== "list" || value.v.length === 0) {
    complain(reading, value.span, "`deployments` is no list", "a list of mappings, each with `root`");
    return [];
  }
  if (value.v.length > MOST_DEPLOYMENTS) {
    complain(reading, value.span, `there are ${value.v.length} deployments`, `at most ${MOST_DEPLOYMENTS}`);
  }
  const read = value.v.slice(0, MOST_DEPLOYMENTS).map((item) => {
    const draft: Draft = { root: null, airflow: null, gusty: null, versionsFrom: null };
    readKeys(reading, item, "a deployment", deploymentKeys(reading, draft, tree));
    return { item, draft };
  });
  if (read.length === 1) return read.map(({ draft }) => draft);
  const roots = new Set<Path>();
  return read.flatMap(({ item, draft }) => {
    const wrong = wrongRoot(draft.root, roots);
    if (wrong !== null) {
      complain(reading, item.span, wrong, "a `root` for each: the folder that is its AIRFLOW_HOME");
      return [];
    }
    if (draft.root !== null) roots.add(draft.root);
    return [draft];
  });
}

function wrongRoot(root: Path | null, others: ReadonlySet<Path>): string | null {
  if (root === null) return "one of several deployments has no `root`";
  return others.has(root) ? `\`${root || "."}\` is the root of two deployments` : null;
}

const deploymentKeys = (reading: Reading, draft: Draft, tree: Snapshot["tree"]): Keys => ({
  root: (value) => {
    draft.root = readTreePath(reading, value, "root");
  },
  airflow: (value) => {
    draft.airflow = readVersion(reading, value, "airflow");
    if (draft.airflow !== null && !/^[23](\.|$)/.test(draft.airflow)) {
      complain(reading, value.span, `Airflow ${draft.airflow} is not supported`, "Airflow 2 or 3");
      draft.airflow = null;
    }
  },
  gusty: (value) => {
    draft.gusty = value.t === "str" && value.v === "none" ? "none" : readVersion(reading, value, "gusty");
  },
  "versions-from": (value) => {
    const path = readTreePath(reading, value, "versions-from");
    if (path === null) return;
    if (tree.has(path) && pinFileKind(path) !== null) draft.versionsFrom = path;
    else {
      const why = tree.has(path) ? "is of no kind that tells versions" : "is not there";
      const expected = "a lock file, requirements, `pyproject.toml` or an image's file of the repository";
      complain(reading, value.span, `\`${path}\` ${why}`, expected);
    }
  },
});
