import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import formats from "ajv-formats";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** OpenAPI 3.0 as JSON Schema: `nullable` becomes a type of its own, which also lets `null` through an `enum`. */
function toJsonSchema(value: Json, relaxed: boolean): Json {
  if (Array.isArray(value)) return value.map((item) => toJsonSchema(item, relaxed));
  if (!isObject(value)) return value;
  const entries = Object.entries(value)
    .filter(([key, item]) => key !== "nullable" && !(relaxed && key === "required" && Array.isArray(item)))
    .map(([key, item]) => [key, toJsonSchema(item, relaxed)] as const);
  const schema = Object.fromEntries(entries);
  return value.nullable === true ? { anyOf: [{ type: "null" }, schema] } : schema;
}

const slice: JsonObject = JSON.parse(readFileSync(join(import.meta.dirname, "../schema/github-rest.json"), "utf8"));

function compiler(relaxed: boolean, coerceTypes: boolean): (pointer: string) => ValidateFunction {
  const ajv = new Ajv({ strict: false, coerceTypes, allErrors: true });
  formats.default(ajv);
  for (const name of ["repo.nwo", "timestamp"]) ajv.addFormat(name, true);
  ajv.addSchema(toJsonSchema(slice, relaxed) as object, "github");
  const known = new Map<string, ValidateFunction>();
  return (pointer) => {
    const validate = known.get(pointer) ?? ajv.compile({ $ref: `github#${pointer}` });
    known.set(pointer, validate);
    return validate;
  };
}

const requestSchema = compiler(false, false);
const parameterSchema = compiler(false, true);
/** GitHub's own examples lack fields that its description requires, so what a response has is checked, not what it lacks. */
const responseSchema = compiler(true, false);

const pointerPart = (part: string): string => encodeURIComponent(part.replace(/~/g, "~0").replace(/\//g, "~1"));

function child(value: Json | undefined, ...keys: string[]): Json | undefined {
  let current = value;
  for (const key of keys) current = isObject(current) ? current[key] : undefined;
  return current;
}

function explain(validate: ValidateFunction, value: unknown, what: string): string[] {
  const boxed: unknown = value;
  if (validate(boxed)) return [];
  return (validate.errors ?? []).map((error) => `${what}${error.instancePath}: ${error.message ?? ""}`);
}

/** What GitHub's description says against a request; empty where it is right. `path` is the template of the operation. */
export function requestErrors(method: string, path: string, query: URLSearchParams, body: unknown): string[] {
  const operation = child(slice, "paths", path, method.toLowerCase());
  if (!isObject(operation)) return [`${method} ${path} is not in the slice of GitHub's description`];
  const errors: string[] = [];
  const parameters = new Map<string, string>();
  (Array.isArray(operation.parameters) ? operation.parameters : []).forEach((item, index) => {
    const reference = isObject(item) && typeof item.$ref === "string" ? item.$ref.slice(1) : null;
    const name = reference?.split("/").at(-1);
    const parameter = name === undefined ? item : child(slice, "components", "parameters", name);
    if (!isObject(parameter) || parameter.in !== "query") return;
    const at = reference ?? `/paths/${pointerPart(path)}/${method.toLowerCase()}/parameters/${index}`;
    parameters.set(String(parameter.name), `${at}/schema`);
  });
  for (const [name, value] of query) {
    const pointer = parameters.get(name);
    if (pointer === undefined) errors.push(`query ${name}: is no parameter of this operation`);
    else errors.push(...explain(parameterSchema(pointer), value, `query ${name}`));
  }
  const optional = child(operation, "requestBody", "required") !== true;
  if (body === undefined && optional) return errors;
  if (child(operation, "requestBody", "content", "application/json") !== undefined) {
    const pointer = `/paths/${pointerPart(path)}/${method.toLowerCase()}/requestBody/content/application~1json/schema`;
    errors.push(...explain(requestSchema(pointer), body, "body"));
  } else if (body !== undefined) errors.push("body: this operation takes none");
  return errors;
}

/** What GitHub's description says against a response of the fake. */
export function responseErrors(method: string, path: string, status: number, body: unknown): string[] {
  const given = child(slice, "paths", path, method.toLowerCase(), "responses", String(status));
  const reference = isObject(given) && typeof given.$ref === "string" ? given.$ref.slice(1) : null;
  const response = reference === null ? given : child(slice, ...reference.split("/").slice(1));
  if (response === undefined) return [`status ${status} is none of ${method} ${path}`];
  if (child(response, "content", "application/json") === undefined)
    return body === undefined ? [] : ["body: none here"];
  const at = reference ?? `/paths/${pointerPart(path)}/${method.toLowerCase()}/responses/${status}`;
  const pointer = `${at}/content/application~1json/schema`;
  return explain(responseSchema(pointer), body, "response");
}
