/** A rectangle by its left upper corner, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Between boxes, in pixels. */
export const GAP = 16;

/** The straight line from the middle of a box's right side to the middle of another's left side. */
export function ends(from: Box | undefined, to: Box | undefined): Point[] {
  if (!from || !to) return [];
  return [
    { x: from.x + from.width, y: from.y + from.height / 2 },
    { x: to.x, y: to.y + to.height / 2 },
  ];
}
