import type { Dag, Task } from "../model/dag.ts";
import { LINE_LENGTH } from "./width.ts";

/** Text that may stand in a comment: on one line, whatever a file is called. */
export const commentText = (text: string): string =>
  text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, "?");

/** A comment on a line of its own at the given indent; of a text that is too long the end is kept, which tells files apart. */
export function comment(content: string, indent: number): string {
  const room = LINE_LENGTH - indent - 2;
  const chars = [...commentText(content)];
  if (chars.every((char) => char <= "~") && chars.length <= room) return `# ${chars.join("")}`;
  let width = 1;
  let from = chars.length;
  const columns = (char: string): number => (char <= "~" ? 1 : 2);
  while (from > 0 && width + columns(chars[from - 1] ?? "") <= room) {
    from -= 1;
    width += columns(chars[from] ?? "");
  }
  return `# ${from === 0 ? "" : "…"}${chars.slice(from).join("")}`;
}

/** What stands above a task: the file it comes from, or for what a sensor waits. `null` where nothing need be said. */
export function taskComment(task: Task, dag: Dag): string | null {
  if (task.kind === "sensor") {
    const external = dag.externals.find(({ sensor }) => sensor === task.id);
    if (external === undefined) return null;
    return `waits for ${external.dag}${external.task === null ? "" : `.${external.task}`}`;
  }
  if (task.spec !== null) return task.spec.file;
  return task.source === null ? null : task.source.file;
}
