import type { Dag, Task } from "../model/dag.ts";

/** Text that may stand in a comment: on one line, whatever a file is called. */
export const commentText = (text: string): string =>
  text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, "?");

/** What stands above a task: the file it comes from, or for what a sensor waits. `null` where nothing need be said. */
export function taskComment(task: Task, dag: Dag): string | null {
  if (task.kind === "sensor") {
    const external = dag.externals.find(({ sensor }) => sensor === task.id);
    if (external === undefined) return null;
    return commentText(`waits for ${external.dag}${external.task === null ? "" : `.${external.task}`}`);
  }
  if (task.spec !== null) return commentText(task.spec.file);
  return task.source === null ? null : commentText(task.source.file);
}
