import type { DagChange } from "../model/change.ts";
import { changeScene } from "./change-scene.ts";
import { drawScene } from "./draw-scene.ts";
import type { Drawing, DrawOptions } from "./drawing.ts";

/**
 * The diagram of one DAG's change: what is added, removed (kept in the picture), changed and affected, new and removed
 * dependencies, a cycle if head has one, and the DAGs that wait for it.
 */
export const drawChange = (change: DagChange, options: DrawOptions): Drawing => drawScene(changeScene(change), options);
