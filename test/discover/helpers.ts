import { defaultConfig } from "../../src/config/default-config.ts";
import { discoverSites } from "../../src/discover/discover-sites.ts";
import type { Config } from "../../src/model/config.ts";
import type { Discovery } from "../../src/model/site.ts";
import type { Value } from "../../src/model/value.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";

export const plainConfig: Config = defaultConfig;

/** Two DAG folders beside which entry points are put. */
const TREE = {
  "dags/sales/load.yml": "operator: x\n",
  "dags/sales/METADATA.yml": "description: Sales\n",
  "dags/stock/count.sql": "---\noperator: x\n---\nselect 1\n",
  "dags/README.md": "DAGs\n",
};

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Discovers the sites of `files` beside the two DAG folders. A text alone is the entry point `dags/make.py`. */
export const discover = (files: string | Files, config: Partial<Config> = {}): Promise<Discovery> =>
  discoverSites(memorySnapshot({ ...TREE, ...(typeof files === "string" ? { "dags/make.py": files } : files) }), {
    ...plainConfig,
    ...config,
  });

/** A value as a short text: Python's forms for data, `<source>` for an expression. */
export function show(value: Value): string {
  switch (value.t) {
    case "null":
      return "None";
    case "bool":
      return value.v ? "True" : "False";
    case "str":
      return JSON.stringify(value.v);
    case "list":
      return `[${value.v.map(show).join(", ")}]`;
    case "tuple":
      return `(${value.v.map(show).join(", ")})`;
    case "set":
      return `{${value.v.map(show).join(", ")}}`;
    case "map":
      return `{${value.v.map(([key, one]) => `${show(key)}: ${show(one)}`).join(", ")}}`;
    case "call": {
      const args = [...value.args.map(show), ...value.kwargs.map(([key, one]) => `${key}=${show(one)}`)];
      return `${typeof value.fn === "string" ? value.fn : show(value.fn)}(${args.join(", ")})`;
    }
    case "name":
      return value.path;
    case "expr":
      return value.free.length > 0 ? `<${value.source} | free ${value.free.join(", ")}>` : `<${value.source}>`;
    case "file-path":
      return `file:${value.file}`;
    case "bytes":
      return `bytes:${[...value.v].join(",")}`;
    case "int":
    case "float":
      return String(value.v);
    default:
      return value.t;
  }
}

/** Each site as `folder key=value …`. */
export const sitesOf = (discovery: Discovery): string[] =>
  discovery.sites.map((site) =>
    [site.folder as string, ...site.arguments.map((field) => `${field.key}=${show(field.value)}`)].join(" "),
  );

/** Each undecided place as `expression: what it hides`. */
export const undecidedOf = (discovery: Discovery): string[] =>
  discovery.undecided.map(
    ({ expression, hides }) =>
      `${expression.split("\n")[0]}: ${hides.what === "sites" ? "sites" : `${hides.folder} ${hides.path}`}`,
  );
