import { lstat, readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { UserError } from "../snapshot/user-error.ts";
import { type RepositoryName, splitName } from "./client.ts";
import type { ArtifactService } from "./upload-artifact.ts";

/** What the runner says of a job (https://docs.github.com/actions/reference/workflows-and-actions/variables). */
export interface Runner {
  readonly event: string;
  readonly payload: unknown;
  readonly repository: RepositoryName;
  readonly serverUrl: string;
  readonly apiUrl: string;
  /** A folder that the runner empties after the job. */
  readonly temp: string;
  /** The folder of git objects of the job's checkout, or `null` where there is none. */
  readonly objects: string | null;
  /** The page of this run, or `null`. */
  readonly runPage: string | null;
  /** What keeps files of the job; `null` where the runner offers nothing. */
  readonly artifacts: ArtifactService | null;
  /** Tells this run and attempt from all others. */
  readonly runId: string;
  /** The repository and version of the action itself, such as `OWNER/REPO` and `v1`; `null` for `uses: ./`. */
  readonly action: { readonly repository: string; readonly ref: string } | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the runner's environment. Throws a `UserError` that names the variable that is missing. */
export async function readRunner(environment: Environment): Promise<Runner> {
  const need = (name: string): string => {
    const value = environment[name];
    if (value === undefined || value === "") {
      throw new UserError(`the variable ${name} is not set`, "Windsock's action runs in a GitHub Actions job.");
    }
    return value;
  };
  const repository = splitName(need("GITHUB_REPOSITORY"));
  if (repository === null) throw new UserError("GITHUB_REPOSITORY is not of the form OWNER/NAME");
  const serverUrl = need("GITHUB_SERVER_URL").replace(/\/+$/, "");
  const run = environment.GITHUB_RUN_ID ?? "";
  const action = environment.GITHUB_ACTION_REPOSITORY ?? "";
  const ref = environment.GITHUB_ACTION_REF ?? "";
  return {
    event: need("GITHUB_EVENT_NAME"),
    payload: await readPayload(need("GITHUB_EVENT_PATH")),
    repository,
    serverUrl,
    apiUrl: need("GITHUB_API_URL").replace(/\/+$/, ""),
    temp: need("RUNNER_TEMP"),
    objects: await objectsIn(environment.GITHUB_WORKSPACE ?? ""),
    runPage: run === "" ? null : `${serverUrl}/${repository.owner}/${repository.repo}/actions/runs/${run}`,
    artifacts: artifactsOf(environment.ACTIONS_RESULTS_URL ?? "", environment.ACTIONS_RUNTIME_TOKEN ?? ""),
    runId: `${run}/${environment.GITHUB_RUN_ATTEMPT ?? "1"}`,
    action: splitName(action) === null || ref === "" ? null : { repository: action, ref },
  };
}

const artifactsOf = (url: string, token: string): ArtifactService | null =>
  URL.canParse(url) && token !== "" ? { url, token } : null;

/** Only the objects of a checkout are used, which their ids prove; its configuration and files are not read. */
async function objectsIn(workspace: string): Promise<string | null> {
  const parts = [join(workspace, ".git"), join(workspace, ".git", "objects")];
  // Git takes a list here, so a name with its separator, or one that git would unquote, cannot be told.
  if (workspace === "" || workspace.includes(delimiter) || /["\n]/.test(workspace)) return null;
  const folders = await Promise.all(parts.map((part) => lstat(part).catch(() => null)));
  return folders.every((folder) => folder?.isDirectory()) ? (parts[1] ?? null) : null;
}

async function readPayload(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    throw new UserError("the event's payload cannot be read", "GITHUB_EVENT_PATH must name a JSON file.");
  }
}
