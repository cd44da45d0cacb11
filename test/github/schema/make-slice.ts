/**
 * Cuts what the tests need out of GitHub's published OpenAPI description.
 *
 *   node test/github/schema/make-slice.ts PATH/TO/@octokit/openapi/generated/api.github.com.json
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const OPERATIONS: readonly (readonly [string, readonly string[]])[] = [
  ["/repos/{owner}/{repo}", ["get"]],
  ["/repos/{owner}/{repo}/pulls", ["get", "post"]],
  ["/repos/{owner}/{repo}/pulls/{pull_number}", ["get", "patch"]],
  ["/repos/{owner}/{repo}/pulls/{pull_number}/reviews", ["get"]],
  ["/repos/{owner}/{repo}/compare/{basehead}", ["get"]],
  ["/repos/{owner}/{repo}/issues/{issue_number}/comments", ["get", "post"]],
  ["/repos/{owner}/{repo}/issues/comments/{comment_id}", ["patch", "delete"]],
  ["/repos/{owner}/{repo}/check-runs", ["post"]],
  ["/repos/{owner}/{repo}/check-runs/{check_run_id}", ["patch"]],
  ["/repos/{owner}/{repo}/commits/{ref}/check-runs", ["get"]],
  ["/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions", ["post"]],
  ["/repos/{owner}/{repo}/collaborators/{username}/permission", ["get"]],
  ["/app-manifests/{code}/conversions", ["post"]],
  ["/app/installations", ["get"]],
  ["/app/installations/{installation_id}/access_tokens", ["post"]],
  ["/app/hook/deliveries", ["get"]],
  ["/app/hook/deliveries/{delivery_id}/attempts", ["post"]],
  ["/installation/repositories", ["get"]],
];

const DROPPED = new Set(["description", "summary", "examples", "example", "externalDocs", "tags", "title"]);

const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Drops prose and extensions; `names` is true inside a map whose keys are names and no keywords. */
function slim(value: Json, names = false): Json {
  if (Array.isArray(value)) return value.map((item) => slim(item));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => names || !(DROPPED.has(key) || key.startsWith("x-")))
      .map(([key, item]) => [key, slim(item, !names && (key === "properties" || key === "schemas"))]),
  );
}

function references(value: Json, found: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) references(item, found);
  else if (isObject(value)) {
    if (typeof value.$ref === "string") found.add(value.$ref);
    for (const item of Object.values(value)) references(item, found);
  }
}

function at(root: Json, pointer: string): Json {
  let value: Json | undefined = root;
  for (const part of pointer.replace(/^#\//, "").split("/")) {
    const key = decodeURIComponent(part).replace(/~1/g, "/").replace(/~0/g, "~");
    value = isObject(value) ? value[key] : undefined;
  }
  if (value === undefined) throw new Error(`${pointer} is not in the description`);
  return value;
}

const source = process.argv[2];
if (source === undefined) throw new Error("name the description: api.github.com.json of @octokit/openapi");
const description: Json = JSON.parse(readFileSync(source, "utf8"));

const paths = Object.fromEntries(
  OPERATIONS.map(([path, methods]) => {
    const item = at(description, `#/paths/${path.replace(/\//g, "~1")}`);
    return [
      path,
      Object.fromEntries(
        methods.map((method) => {
          const operation = isObject(item) ? item[method] : undefined;
          if (!isObject(operation)) throw new Error(`${method} ${path} is not in the description`);
          const responses = isObject(operation.responses) ? operation.responses : {};
          const good = Object.fromEntries(Object.entries(responses).filter(([status]) => status.startsWith("2")));
          return [method, slim({ ...operation, responses: good })];
        }),
      ),
    ];
  }),
);

const components: Record<string, Record<string, Json>> = {};
const done = new Set<string>();
const waiting = new Set<string>();
references(paths, waiting);
for (const pointer of waiting) {
  if (done.has(pointer)) continue;
  done.add(pointer);
  const [, , kind = "", name = ""] = pointer.split("/");
  const value = slim(at(description, pointer));
  components[kind] = { ...components[kind], [name]: value };
  references(value, waiting);
}

const info = at(description, "#/info");
const slice = {
  openapi: "3.0.3",
  info: {
    title: "A slice of GitHub's REST API description, for tests",
    version: isObject(info) ? (info.version ?? "") : "",
    license: { name: "MIT", url: "https://spdx.org/licenses/MIT" },
    "x-source": "https://github.com/octokit/openapi (npm: @octokit/openapi), generated/api.github.com.json",
  },
  paths,
  components,
};
writeFileSync(join(import.meta.dirname, "github-rest.json"), `${JSON.stringify(slice)}\n`);
