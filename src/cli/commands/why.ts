import { noLinks } from "../../report/links.ts";
import { placesOf } from "../../report/positions.ts";
import { type Told, toldMarkdown, toldText } from "../../report/told.ts";
import { whyBeforeToJson, whyToJson } from "../../report/trace-json.ts";
import { whyBeforeInWords, whyInWords } from "../../report/why-words.ts";
import { whyBefore, whyOf } from "../../trace/why.ts";
import { findAsked } from "../find-asked.ts";
import type { Host } from "../host.ts";
import type { TraceFormat } from "../program.ts";
import { readOne } from "../read-versions.ts";
import { type CommonOptions, createSay } from "../say.ts";
import { textStyle, writeOutput } from "../write-output.ts";

/** Options of `windsock why` and `windsock impact`. */
export interface TraceOptions extends CommonOptions {
  readonly ref?: string;
  readonly from?: string;
  readonly format: TraceFormat;
}

/** `windsock why`: why a DAG, a task, a group or a value is as it is; with `--from`, why it comes after something. */
export async function why(host: Host, name: string, options: TraceOptions): Promise<number> {
  const say = createSay(host, options);
  const { project } = await readOne(host, options, say);
  const subject = findAsked(project, name);
  const places = placesOf({ base: null, head: project });
  const context = { places, links: noLinks };
  if (options.from !== undefined) {
    const found = whyBefore(project, findAsked(project, options.from), subject);
    const text = inFormat(
      host,
      options,
      () => whyBeforeInWords(found, context),
      () => whyBeforeToJson(found, places),
    );
    await writeOutput(host, options, say, text);
    return 0;
  }
  const found = whyOf(project, subject);
  const text = inFormat(
    host,
    options,
    () => whyInWords(found, context),
    () => whyToJson(found, places),
  );
  await writeOutput(host, options, say, text);
  return 0;
}

/** An answer in the format that was asked for. */
export function inFormat(host: Host, options: TraceOptions, told: () => Told, json: () => unknown): string {
  switch (options.format) {
    case "text":
      return toldText(told(), textStyle(host, options));
    case "markdown":
      return toldMarkdown(told());
    case "json":
      return `${JSON.stringify(json(), null, 2)}\n`;
  }
}
