import type { DagChange } from "../model/change.ts";
import { changeScene } from "./change-scene.ts";
import { drawScene } from "./draw-scene.ts";
import type { Drawing, DrawOptions } from "./drawing.ts";

/**
 * The diagram of one DAG's change: what is added, removed (kept in the picture), changed and affected, new and removed
 * dependencies, a cycle if head has one, and the DAGs that wait for it.
 *
 * Left to right with a box for each group was chosen over two other layouts by looking at DAGs of 10, 40, 200 and 1,000
 * tasks in a comment's width (`tools/compare-layouts.ts`): what runs side by side then grows downwards, so that names stay
 * readable, while top to bottom is shorter for small DAGs and shrinks names to specks from 40 tasks on. Without the
 * boxes of groups the picture is no smaller, arrows run through tasks, and where a change happens is lost.
 */
export const drawChange = (change: DagChange, options: DrawOptions): Drawing => drawScene(changeScene(change), options);
