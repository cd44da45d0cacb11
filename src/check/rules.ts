import type { Rule } from "./rule.ts";
import { airflow3 } from "./rules/airflow-3.ts";
import { catchupBackfill } from "./rules/catchup-backfill.ts";
import { configuration } from "./rules/configuration.ts";
import { crossDagCycle } from "./rules/cross-dag-cycle.ts";
import { definedTwice } from "./rules/defined-twice.ts";
import { dependencyCycle } from "./rules/dependency-cycle.ts";
import { dependencyShape } from "./rules/dependency-shape.ts";
import { doesNothing } from "./rules/does-nothing.ts";
import { droppedArgument } from "./rules/dropped-argument.ts";
import { duplicateDagId } from "./rules/duplicate-dag-id.ts";
import { duplicateTaskId } from "./rules/duplicate-task-id.ts";
import { failsToBuild } from "./rules/fails-to-build.ts";
import { folderShape } from "./rules/folder-shape.ts";
import { frontMatter } from "./rules/front-matter.ts";
import { generatedStale } from "./rules/generated-stale.ts";
import { ignoredFile } from "./rules/ignored-file.ts";
import { invalidId } from "./rules/invalid-id.ts";
import { invalidSchedule } from "./rules/invalid-schedule.ts";
import { jinjaSyntax } from "./rules/jinja-syntax.ts";
import { literalSecret } from "./rules/literal-secret.ts";
import { lostExternalDependency } from "./rules/lost-external-dependency.ts";
import { misnamedKey } from "./rules/misnamed-key.ts";
import { missingArgument } from "./rules/missing-argument.ts";
import { missingCallable } from "./rules/missing-callable.ts";
import { missingOperator } from "./rules/missing-operator.ts";
import { missingStartDate } from "./rules/missing-start-date.ts";
import { movingStartDate } from "./rules/moving-start-date.ts";
import { notStatic } from "./rules/not-static.ts";
import { orphanedSensor } from "./rules/orphaned-sensor.ts";
import { overwrittenKey } from "./rules/overwritten-key.ts";
import { policy } from "./rules/policy.ts";
import { pythonSyntax } from "./rules/python-syntax.ts";
import { refusedArgument } from "./rules/refused-argument.ts";
import { rootOrLeafEdges } from "./rules/root-or-leaf-edges.ts";
import { scheduleMismatch } from "./rules/schedule-mismatch.ts";
import { sensorCollision } from "./rules/sensor-collision.ts";
import { sensorOverrideLost } from "./rules/sensor-override-lost.ts";
import { taskRenamed } from "./rules/task-renamed.ts";
import { unknownArgument } from "./rules/unknown-argument.ts";
import { unknownDependency } from "./rules/unknown-dependency.ts";
import { unknownExternal } from "./rules/unknown-external.ts";
import { unknownMetadataKey } from "./rules/unknown-metadata-key.ts";
import { unknownOperator } from "./rules/unknown-operator.ts";
import { unknownRootOrLeaf } from "./rules/unknown-root-or-leaf.ts";
import { unknownTag } from "./rules/unknown-tag.ts";
import { unreadableFile } from "./rules/unreadable-file.ts";
import { unusedDependencyList } from "./rules/unused-dependency-list.ts";
import { yamlSyntax } from "./rules/yaml-syntax.ts";

/** Every rule, in the order of its page in `docs/rules/`. */
export const RULES: readonly Rule[] = [
  unreadableFile,
  yamlSyntax,
  unknownTag,
  frontMatter,
  missingOperator,
  pythonSyntax,
  missingCallable,
  doesNothing,
  ignoredFile,
  folderShape,
  invalidId,
  duplicateTaskId,
  duplicateDagId,
  sensorCollision,
  unknownDependency,
  misnamedKey,
  jinjaSyntax,
  dependencyShape,
  dependencyCycle,
  crossDagCycle,
  rootOrLeafEdges,
  unknownRootOrLeaf,
  unknownExternal,
  orphanedSensor,
  scheduleMismatch,
  lostExternalDependency,
  unusedDependencyList,
  sensorOverrideLost,
  unknownMetadataKey,
  unknownArgument,
  droppedArgument,
  refusedArgument,
  overwrittenKey,
  missingArgument,
  unknownOperator,
  invalidSchedule,
  missingStartDate,
  movingStartDate,
  catchupBackfill,
  literalSecret,
  airflow3,
  failsToBuild,
  configuration,
  notStatic,
  taskRenamed,
  generatedStale,
  definedTwice,
  policy,
];
