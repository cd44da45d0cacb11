import type { DagChange, FieldChange } from "../model/change.ts";
import { capped } from "./capped.ts";
import { code, type Rich } from "./rich.ts";
import { fieldInWords } from "./value-change.ts";

/** What changed in the task groups themselves: groups that move, come or go, and their settings. */
export const groupLines = ({ settings, base, head }: DagChange): Rich[] => {
  const ids = new Set([...(base?.groups ?? []), ...(head?.groups ?? [])].map(({ id }) => id));
  return capped(
    settings.filter(({ path }) => path.startsWith("groups.")),
    (field) => groupLine(field, ids),
    "changes of groups",
  );
};

export const groupName = (id: string | null): Rich => (id === null ? ["the top level"] : ["group ", code(id)]);

/** `path` is `groups.ID` or `groups.ID.FIELD`; an id may have dots, so the longest that is one counts. */
function groupLine(field: FieldChange, ids: ReadonlySet<string>): Rich {
  const parts = field.path.split(".").slice(1);
  const end =
    parts.map((_, at) => parts.length - at).find((size) => ids.has(parts.slice(0, size).join("."))) ?? parts.length;
  const [id, rest] = [parts.slice(0, end).join("."), parts.slice(end).join(".")];
  if (rest === "") return [...groupName(id), field.from ? " is removed" : " is new"];
  const text = (value: FieldChange["from"]): string | null => (value?.t === "str" ? value.v : null);
  if (rest === "parent")
    return [...groupName(id), " moves from ", ...groupName(text(field.from)), " to ", ...groupName(text(field.to))];
  return [...groupName(id), ": ", ...fieldInWords({ ...field, path: rest })];
}
