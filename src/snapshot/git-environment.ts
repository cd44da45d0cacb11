/** Variables that say where git and the user's configuration are; all other `GIT_…` variables are taken away. */
const KEPT = new Set([
  "GIT_CONFIG_GLOBAL",
  "GIT_CONFIG_SYSTEM",
  "GIT_CONFIG_NOSYSTEM",
  "GIT_CEILING_DIRECTORIES",
  "GIT_EXEC_PATH",
]);

/** Configuration that the user gives in variables, such as `safe.directory` (git-config, GIT_CONFIG_COUNT). */
const GIVEN_CONFIGURATION = /^GIT_CONFIG_(COUNT|KEY_\d+|VALUE_\d+)$/;

/** What a runner gives to an action: its inputs, with the token among them, and the tokens of its services. git needs none. */
const OF_THE_RUNNER = /^(?:INPUT_|ACTIONS_)/;

/** Programs that git would start to ask or to show something. */
const PROGRAMS = new Set(["SSH_ASKPASS", "PAGER", "EDITOR", "VISUAL"]);

/**
 * The environment for a git process: nothing inherited points it at another repository, index or program, and it
 * never asks. Without `network` no object is fetched either: a missing blob stays missing (`GIT_NO_LAZY_FETCH` from
 * git 2.45 on, `GIT_ALLOW_PROTOCOL` before).
 */
export function gitEnvironment(
  inherited: Readonly<Record<string, string | undefined>>,
  options: { readonly network: boolean; readonly own: boolean; readonly extra: Readonly<Record<string, string>> },
): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(inherited)) {
    const kept = KEPT.has(name) || (!options.own && GIVEN_CONFIGURATION.test(name));
    const usual = !name.startsWith("GIT_") && !OF_THE_RUNNER.test(name) && !PROGRAMS.has(name);
    if (value !== undefined && (usual || kept)) environment[name] = value;
  }
  Object.assign(environment, {
    LC_ALL: "C",
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_LAZY_FETCH: "1",
  });
  if (!options.network) environment.GIT_ALLOW_PROTOCOL = "none";
  if (options.own) Object.assign(environment, { GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: nullDevice() });
  return Object.assign(environment, options.extra);
}

const nullDevice = (): string => (process.platform === "win32" ? "NUL" : "/dev/null");

/** Options before the command: no program that a repository's configuration names is started, and no bare repository is found by chance. */
export const SAFE_OPTIONS: readonly string[] = [
  "--no-pager",
  ...["-c", "core.fsmonitor=false"],
  ...["-c", "core.hooksPath=/dev/null"],
  ...["-c", "safe.bareRepository=explicit"],
  ...["-c", "core.quotePath=false"],
  ...["-c", "protocol.ext.allow=never"],
];
