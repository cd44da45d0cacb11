import { alignDeployments } from "../../build/deployments.ts";
import { waitingRings } from "../../check/waiting-ring.ts";
import { compareProjects } from "../../compare/compare-projects.ts";
import { drawChange } from "../../draw/draw-change.ts";
import { drawDag } from "../../draw/draw-dag.ts";
import { drawDagGraph } from "../../draw/draw-dags.ts";
import type { Drawing, DrawOptions } from "../../draw/drawing.ts";
import type { Config } from "../../model/config.ts";
import { escapeText, fence } from "../../report/escape.ts";
import { visibleLine } from "../../report/visible.ts";
import { UserError } from "../../snapshot/user-error.ts";
import { drawPicture } from "../draw-picture.ts";
import type { Host } from "../host.ts";
import { noteNoDags, pickDags } from "../pick-dags.ts";
import type { GraphFormat } from "../program.ts";
import { readOne, readVersions } from "../read-versions.ts";
import { type CommonOptions, createSay, type Say } from "../say.ts";
import { writeOutput } from "../write-output.ts";

/** Options of `windsock graph`. */
export interface GraphOptions extends CommonOptions {
  readonly changed?: boolean;
  readonly base?: string;
  readonly ref?: string;
  readonly nodes?: string;
  readonly direction?: "LR" | "TB";
  readonly format: GraphFormat;
}

interface Titled {
  readonly title: string;
  readonly drawing: Drawing;
}

/** `windsock graph`: DAGs, what changes, or the graph between DAGs, as Mermaid or as a picture. */
export async function graph(host: Host, ids: readonly string[], options: GraphOptions): Promise<number> {
  const say = createSay(host, options);
  if (options.base !== undefined && !options.changed) {
    throw new UserError("--base belongs to --changed", "Add --changed, or leave --base out.");
  }
  const drawings = options.changed
    ? await drawChanged(host, ids, options, say)
    : await drawOne(host, ids, options, say);
  if (drawings.length === 0) say.note("no DAG changes");
  await writeOutput(host, options, say, await inFormat(host, drawings, options, say));
  return 0;
}

async function inFormat(
  host: Host,
  drawings: readonly Titled[],
  { format, output }: GraphOptions,
  say: Say,
): Promise<string | Uint8Array> {
  if (format === "markdown") return drawings.map(inMarkdown).join("\n");
  if (format === "mermaid") return drawings.map(plain(drawings)).join("\n");
  const [drawing, ...others] = drawings;
  if (!drawing) throw new UserError(`--format ${format} draws one diagram, and there is none`);
  if (others.length > 0) {
    const names = drawings.slice(0, MOST_NAMES).map(({ title }) => `\`${title}\``);
    throw new UserError(
      `--format ${format} draws one diagram, and there are ${drawings.length}`,
      `Name one: ${names.join(", ")}.`,
    );
  }
  if (format === "png" && (output === undefined || output === "-")) {
    throw new UserError("--format png is no text", "Name a file: --output FILE.");
  }
  say.step("drawing");
  const picture = await drawPicture(host, drawing.drawing.mermaid, format);
  return format === "svg" ? new TextDecoder().decode(picture) : picture;
}

/** How many names a message lists. */
const MOST_NAMES = 12;

async function drawOne(host: Host, ids: readonly string[], options: GraphOptions, say: Say): Promise<Titled[]> {
  const { project } = await readOne(host, options, say);
  const draw = drawOptions(project.config, options);
  const dags = pickDags(project.dags, ids);
  noteNoDags(dags, say);
  if (ids.length === 0) {
    const rings = waitingRings(project).map((ring) => ring.map(({ dag }) => dag.id).reverse());
    return [{ title: "Graph between DAGs", drawing: drawDagGraph(dags, { ...draw, rings }) }];
  }
  return dags.map((dag) => ({ title: dag.id, drawing: drawDag(dag, draw) }));
}

async function drawChanged(host: Host, ids: readonly string[], options: GraphOptions, say: Say): Promise<Titled[]> {
  const head = options.ref === undefined ? {} : { head: options.ref };
  const versions = await readVersions(host, { ...options, ...head }, say);
  const draw = drawOptions(versions.base.config, options);
  const changes = pickDags(compareProjects(...alignDeployments(versions.base, versions.head)), ids);
  return changes
    .filter((change) => change.kind !== "unchanged" && change.kind !== "affected")
    .map((change) => ({ title: change.id, drawing: drawChange(change, draw) }));
}

function drawOptions(config: Config, options: GraphOptions): DrawOptions {
  const nodes = options.nodes === undefined ? config.comment.nodes : Number(options.nodes);
  if (!Number.isInteger(nodes) || nodes < 1 || nodes > 400) {
    throw new UserError(`--nodes ${options.nodes} is no count`, "Give a whole number from 1 to 400.");
  }
  return { nodes, direction: options.direction ?? config.comment.direction };
}

/** One diagram as it is; of several each with its DAG's id in a comment. */
const plain =
  (all: readonly Titled[]) =>
  ({ title, drawing }: Titled): string =>
    all.length === 1 ? drawing.mermaid : `%% ${visibleLine(title).replaceAll("%", "")}\n${drawing.mermaid}`;

function inMarkdown({ title, drawing }: Titled): string {
  const legend = drawing.legend.map(({ sign, meaning }) => `${escapeText(sign)} ${escapeText(meaning)}`).join(" · ");
  return `### ${escapeText(title)}\n\n${fence("mermaid", drawing.mermaid)}\n${legend === "" ? "" : `\n${legend}\n`}`;
}
