import type { Config, DeploymentConfig } from "../model/config.ts";
import { isWithin, joinPath, type Path } from "../model/path.ts";

/** More deployments than these are neither listed nor found. */
export const MOST_DEPLOYMENTS = 50;

/**
 * The configuration of each deployment: the one that is given where there are not several. Of several each writes its
 * generated files to `generated.directory` as seen from its own root.
 */
export function configsOf(config: Config): readonly Config[] {
  const { deployments, generated } = config;
  if (deployments.length < 2) return [config];
  return deployments.map((one): Config => {
    const directory = one.root === null ? generated.directory : joinPath(one.root, generated.directory);
    return {
      ...config,
      ...one,
      deployments: [],
      elsewhere: rootsBeside(one, deployments),
      generated: { ...generated, directory },
    };
  });
}

const rootsBeside = (one: DeploymentConfig, all: readonly DeploymentConfig[]): Path[] =>
  all.flatMap(({ root }) => (root === null || root === one.root ? [] : [root]));

/** Whether a file or folder belongs to the deployment: to that of several whose root is the nearest above it. */
export function isOwn({ root, elsewhere }: Pick<Config, "root" | "elsewhere">, path: Path): boolean {
  if (elsewhere.length === 0) return true;
  if (root !== null && !isWithin(path, root)) return false;
  return !elsewhere.some((other) => isWithin(path, other) && (root === null || isWithin(other, root)));
}

/** Whether a file or folder belongs to another deployment, and not to this one or to the whole repository. */
export const isElsewhere = (config: Pick<Config, "root" | "elsewhere">, path: Path): boolean =>
  !isOwn(config, path) && config.elsewhere.some((root) => isWithin(path, root));

/** What a person runs to write the generated files of a deployment to where they belong. */
export const compileCommand = ({ root, elsewhere, generated }: Config): string =>
  `windsock compile ${elsewhere.length > 0 ? `--deployment ${quoted(root || ".")} ` : ""}--out ${quoted(generated.directory)}`;

/** A word of a shell's command line. */
const quoted = (text: string): string => (/^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
