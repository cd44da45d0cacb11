import type { Rule } from "./rule.ts";
import { configuration } from "./rules/configuration.ts";
import { dependencyCycle } from "./rules/dependency-cycle.ts";
import { dependencyShape } from "./rules/dependency-shape.ts";
import { duplicateTaskId } from "./rules/duplicate-task-id.ts";
import { failsToBuild } from "./rules/fails-to-build.ts";
import { frontMatter } from "./rules/front-matter.ts";
import { invalidId } from "./rules/invalid-id.ts";
import { invalidSchedule } from "./rules/invalid-schedule.ts";
import { missingArgument } from "./rules/missing-argument.ts";
import { missingCallable } from "./rules/missing-callable.ts";
import { missingOperator } from "./rules/missing-operator.ts";
import { missingStartDate } from "./rules/missing-start-date.ts";
import { notStatic } from "./rules/not-static.ts";
import { unknownDependency } from "./rules/unknown-dependency.ts";
import { unknownExternal } from "./rules/unknown-external.ts";
import { unknownOperator } from "./rules/unknown-operator.ts";
import { unreadableFile } from "./rules/unreadable-file.ts";
import { yamlSyntax } from "./rules/yaml-syntax.ts";

/** Every rule, in the order of its page in `docs/rules/`. */
export const RULES: readonly Rule[] = [
  unreadableFile,
  yamlSyntax,
  frontMatter,
  missingOperator,
  missingCallable,
  invalidId,
  duplicateTaskId,
  unknownDependency,
  dependencyShape,
  dependencyCycle,
  unknownExternal,
  missingArgument,
  unknownOperator,
  invalidSchedule,
  missingStartDate,
  failsToBuild,
  configuration,
  notStatic,
];
