/** Shapes as signed distance fields (negative inside), which are sharp at every size and give antialiased edges. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Returns the distance from the point to the edge of the shape, in the units of the point. */
export type Shape = (point: Point) => number;

export function roundedBox(left: number, top: number, right: number, bottom: number, radius: number): Shape {
  const center = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const half = { x: (right - left) / 2 - radius, y: (bottom - top) / 2 - radius };
  return (point) => {
    const dx = Math.abs(point.x - center.x) - half.x;
    const dy = Math.abs(point.y - center.y) - half.y;
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
  };
}

/** Returns a closed polygon; corners in either direction. */
export function polygon(...corners: readonly Point[]): Shape {
  return (point) => {
    let nearest = Infinity;
    let inside = false;
    corners.forEach((from, index) => {
      const to = corners[(index + 1) % corners.length] as Point;
      nearest = Math.min(nearest, distanceToLine(point, from, to));
      const crosses = from.y > point.y !== to.y > point.y;
      if (crosses && point.x < from.x + ((to.x - from.x) * (point.y - from.y)) / (to.y - from.y))
        inside = !inside;
    });
    return inside ? -nearest : nearest;
  };
}

function distanceToLine(point: Point, from: Point, to: Point): number {
  const along = { x: to.x - from.x, y: to.y - from.y };
  const lengthSquared = along.x ** 2 + along.y ** 2;
  const share = ((point.x - from.x) * along.x + (point.y - from.y) * along.y) / lengthSquared;
  const held = Math.min(1, Math.max(0, share));
  return Math.hypot(point.x - from.x - held * along.x, point.y - from.y - held * along.y);
}

export const both =
  (a: Shape, b: Shape): Shape =>
  (point) =>
    Math.min(a(point), b(point));
export const without =
  (a: Shape, b: Shape): Shape =>
  (point) =>
    Math.max(a(point), -b(point));
export const grown =
  (shape: Shape, by: number): Shape =>
  (point) =>
    shape(point) - by;
/** Returns the inner edge of a shape, `width` wide. */
export const edge = (shape: Shape, width: number): Shape => without(shape, grown(shape, -width));
