/** Keys and indices from the root of a JSON text. */
export type JsonPath = readonly (string | number)[];

/** The range of a string in a JSON text, quotes included. */
export interface JsonString {
  readonly start: number;
  readonly end: number;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/gs;

/** The strings at `path` of a valid JSON text, or in the list there. Of an object key that stands twice, the last counts. */
export function findJsonStrings(json: string, path: JsonPath): JsonString[] {
  const here: (string | number)[] = [];
  const objects: boolean[] = [];
  let found: JsonString[] = [];
  let key: string | null = null;
  for (const { 0: token, index } of json.matchAll(TOKEN)) {
    const inObject = objects.at(-1) === true;
    if (token === "{" || token === "[") {
      if (isAt(here, path)) found = [];
      objects.push(token === "{");
      here.push(token === "{" ? "" : 0);
      key = null;
    } else if (token === "}" || token === "]") {
      objects.pop();
      here.pop();
    } else if (token === ",") {
      const last = here.at(-1);
      if (!inObject && typeof last === "number") here[here.length - 1] = last + 1;
      key = null;
    } else if (token === ":") {
      if (key !== null) here[here.length - 1] = key;
    } else if (inObject && key === null) {
      key = String(JSON.parse(token));
    } else if (token.startsWith('"')) {
      const string = { start: index, end: index + token.length };
      if (isAt(here, path)) found = [string];
      else if (here.length === path.length + 1 && typeof here.at(-1) === "number" && isAt(here.slice(0, -1), path))
        found.push(string);
    }
  }
  return found;
}

const isAt = (here: JsonPath, path: JsonPath): boolean =>
  here.length === path.length && here.every((part, index) => part === path[index]);
