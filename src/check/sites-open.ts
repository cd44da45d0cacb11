import type { Project } from "../model/project.ts";

/** Some entry point could not be decided, so that DAGs may be missing from what is known. */
export const isOpen = (project: Project): boolean =>
  project.problems.some((problem) => problem.kind === "not-static" && problem.affects === "sites");
