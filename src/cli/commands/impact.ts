import { impactInWords } from "../../report/impact-words.ts";
import { impactToJson } from "../../report/trace-json.ts";
import { impactOf } from "../../trace/impact.ts";
import { findAsked } from "../find-asked.ts";
import type { Host } from "../host.ts";
import { readOne } from "../read-versions.ts";
import { createSay } from "../say.ts";
import { writeOutput } from "../write-output.ts";
import { inFormat, type TraceOptions } from "./why.ts";

/** `windsock impact`: what lies downstream of a DAG, a group or a task, in other DAGs too, with their owners. */
export async function impact(host: Host, name: string, options: TraceOptions): Promise<number> {
  const say = createSay(host, options);
  const { project } = await readOne(host, options, say);
  const found = impactOf(project, findAsked(project, name));
  const text = inFormat(
    host,
    options,
    () => impactInWords(found, project),
    () => impactToJson(found, project),
  );
  await writeOutput(host, options, say, text);
  return 0;
}
