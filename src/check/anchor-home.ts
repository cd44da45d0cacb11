import type { Project } from "../model/project.ts";
import type { Span } from "../model/span.ts";

/** True for a key whose value carries a YAML anchor: it stands there for what refers to it. `at` is the key's place. */
export const isAnchorHome = (project: Project, at: Span): boolean =>
  /^["']?[ \t]*:\s{1,20}&/.test((project.texts.get(at.file) ?? "").slice(at.end, at.end + 60));
